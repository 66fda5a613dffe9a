/** Where a worker's entry file is: beside this file when run from source, beside the bundle when built. */
export const workerUrl = (name: string): URL =>
  import.meta.url.endsWith('.ts') ? new URL(`./${name}.ts`, import.meta.url) : new URL(`./${name}.js`, import.meta.url)
