/** The command line: `npm run -s cli -- …` from source, `signet …` installed. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept beside the packages it comes from, never in a folder that others may write to: a start takes half as long.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/signet-cli', import.meta.url)))

const [{ realIo }, { run }] = await Promise.all([import('./io.ts'), import('./run.ts')])
process.exitCode = await run(process.argv.slice(2), realIo())
