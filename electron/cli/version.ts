/** Which Signet this is: the version of package.json, two folders up from source and from the build alike. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const version = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version
