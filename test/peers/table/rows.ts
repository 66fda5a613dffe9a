/** All rows of the table, in the order of the page. */
import type { Section } from './row.ts'
import { algorithms } from './rows/algorithms.ts'
import { files } from './rows/files.ts'
import { keyFiles } from './rows/key-files.ts'
import { keyTypes } from './rows/key-types.ts'
import { mails } from './rows/mails.ts'
import { newer } from './rows/newer.ts'
import { recipients } from './rows/recipients.ts'
import { signatures } from './rows/signatures.ts'

export const sections: readonly Section[] = [
  keyTypes,
  keyFiles,
  ...algorithms,
  newer,
  recipients,
  signatures,
  mails,
  files,
]
