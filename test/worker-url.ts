/** Stands in for electron/core/workers/worker-url.ts in the tests: the threads are those of test/bundle-workers.ts. */
export function workerUrl(name: string): URL {
  const folder = process.env['SIGNET_TEST_WORKERS']
  if (folder === undefined) throw new Error('the workers were not bundled')
  return new URL(`${name}.js`, folder)
}
