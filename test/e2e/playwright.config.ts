import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: ['./unpack-browser.ts', './build-preview.ts'],
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  retries: Number(process.env['SIGNET_RETRIES'] ?? 0),
  expect: { timeout: 10_000 },
  use: { actionTimeout: 10_000 },
  reporter: [['list']],
  forbidOnly: process.env['CI'] === 'true',
})
