import { defineConfig } from 'vite'

/** Built, not served by vite's dev server: that one injects style elements, which the strict policy refuses. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '../../../dist/preview', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false },
})
