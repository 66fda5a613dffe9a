/** The thread in which texts and files of others are read into cards and reports: it gets one job, answers once and is ended. */
import { workerData } from 'node:worker_threads'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { ok } from '../../../shared/kit/result.ts'
import { readDirectory } from '../cards/directories/read-directory.ts'
import { readHere } from '../cards/sources/read-here.ts'
import { answer } from './answer.ts'
import type { ReadJob } from './read-job.ts'

async function run(job: ReadJob): Promise<unknown> {
  switch (job.read) {
    case 'card':
      return readCard(job.text, job)
    case 'source':
      return readHere(job.file, job.now)
    case 'directory':
      return readDirectory({ ...job.file, ...(job.mapping === null ? {} : { mapping: job.mapping }) })
    case 'report':
      return ok(readReport(job.source))
    default:
      return assertNever(job)
  }
}

// The border: only read-job.ts starts this worker, with a job of this type.
await answer(run(workerData as ReadJob))
