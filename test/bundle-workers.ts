/** Before the first test: the product's workers as it ships them. From source a thread takes most of a second to start, bundled a twentieth of that. */
import { pathToFileURL } from 'node:url'
import { bundled } from './bundled.ts'

/** Called by Vitest. @returns what it calls after the last test. */
export async function setup(): Promise<() => void> {
  const { path, remove } = await bundled([])
  // A run that is broken off calls nothing.
  process.once('exit', remove)
  process.env['SIGNET_TEST_WORKERS'] = pathToFileURL(path('')).href
  return remove
}
