/** Reads texts and files of others in a thread that can be killed: a team's document into a card, a message into a report, an attachment for a look. */
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { CsvMapping } from '../cards/directories/csv-entries.ts'
import type { DirectoryFile, DirectoryReading } from '../cards/directories/directory-reading.ts'
import type { SourceFile } from '../cards/sources/read-here.ts'
import type { UncheckedReading } from '../cards/sources/source-reading.ts'
import type { Looked } from '../exchange/look-at.ts'
import type { ReportMessage } from '../intake/report-source.ts'
import type { Contents } from '../store/sealed-chunks.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import type { SealedPlace } from '../exchange/copy-file.ts'
import { isReadOnly } from '../vault/read-only.ts'
import { runJob } from './run-job.ts'

export type ReadJob =
  | { readonly read: 'source'; readonly file: SourceFile; readonly now: string }
  | { readonly read: 'directory'; readonly file: DirectoryFile; readonly mapping: CsvMapping | null }
  | { readonly read: 'report'; readonly message: ReportMessage }
  | { readonly read: 'attachment'; readonly looked: Looked }
  | { readonly read: 'seal-file'; readonly path: string; readonly into: SealedPlace }
  | { readonly read: 'unseal-file'; readonly path: string; readonly from: SealedFile; readonly head: string }

/** The attachments of a mail, and what of them is unpacked. */
const limits = { seconds: 10, megabytes: 512 }
/** pdf.js alone takes 60 MB, and 300 pages their time. */
const fileLimits = { seconds: 15, megabytes: 384 }

/** The largest attachment, and what is open of it at a time. */
const lookLimits = { seconds: 10, megabytes: 512 }

/** Gigabytes on a slow disk, a megabyte at a time. */
const copyLimits = { seconds: 600, megabytes: 256 }

/** 50,000 entries. */
const listLimits = { seconds: 30, megabytes: 1024 }

/** `now` is UTC ISO. @returns the reading without its signature, the problems of `readHere`, or `worker-stopped`. */
export const readSourceApart = (file: SourceFile, now: string): Promise<Result<UncheckedReading, Saying>> =>
  runJob('read-worker', { read: 'source', file, now } satisfies ReadJob, fileLimits)

/** @returns the list, the problems of `readDirectory`, or `worker-stopped`. */
export const readDirectoryApart = (
  file: DirectoryFile,
  mapping: CsvMapping | null = null,
): Promise<Result<DirectoryReading, Saying>> =>
  runJob('read-worker', { read: 'directory', file, mapping } satisfies ReadJob, listLimits)

/** Archives and mails within it are opened there, too. @returns the reading or `worker-stopped`. */
export const readReportApart = (message: ReportMessage): Promise<Result<ReportReading, Saying>> =>
  runJob('read-worker', { read: 'report', message } satisfies ReadJob, limits)

/** @returns what may be shown of it, or `worker-stopped`. */
export const lookApart = (looked: Looked): Promise<Result<AttachmentLook, Saying>> =>
  runJob('read-worker', { read: 'attachment', looked } satisfies ReadJob, lookLimits)

/** Seals a file of any size as a blob: here, so that the desk is served meanwhile. @returns its contents, `file-missing`, `vault-read-only`. */
export const sealFileApart = async (path: string, into: SealedPlace): Promise<Result<Contents, Saying>> =>
  isReadOnly(into.dir)
    ? fail(saying('vault-read-only'))
    : runJob('read-worker', { read: 'seal-file', path, into } satisfies ReadJob, copyLimits)

/** Only for the writers of the release point. A whole file or none, behind `head`. @returns what was written, `write-failed`, `disk-full` or `vault-damaged`. */
export const unsealFileApart = (path: string, from: SealedFile, head = ''): Promise<Result<Contents, Saying>> =>
  runJob('read-worker', { read: 'unseal-file', path, from, head } satisfies ReadJob, copyLimits)
