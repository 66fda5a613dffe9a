/** The thread in which texts and files of others are read into cards and reports. */
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { ok } from '../../../shared/kit/result.ts'
import { answer } from './answer.ts'
import type { ReadJob } from './read-job.ts'

/** Each reader is loaded only where it is needed. */
async function run(job: ReadJob): Promise<unknown> {
  switch (job.read) {
    case 'source': {
      const { readHere } = await import('../cards/sources/read-here.ts')
      return readHere(job.file, job.now)
    }
    case 'directory': {
      const { readDirectory } = await import('../cards/directories/read-directory.ts')
      return readDirectory({ ...job.file, ...(job.mapping === null ? {} : { mapping: job.mapping }) })
    }
    case 'report': {
      const [{ sourceOf }, { readReport }] = await Promise.all([
        import('../intake/report-parts.ts'),
        import('../../../shared/domain/report/read-report.ts'),
      ])
      return ok(readReport(await sourceOf(job.message)))
    }
    case 'attachment': {
      const { lookAt } = await import('../exchange/look-at.ts')
      return ok(await lookAt(job.looked))
    }
    case 'seal-file': {
      const { sealFile } = await import('../exchange/copy-file.ts')
      return sealFile(job.path, job.into)
    }
    case 'unseal-file': {
      const { unsealFile } = await import('../exchange/copy-file.ts')
      return unsealFile(job.path, job.from, job.head)
    }
    default:
      return assertNever(job)
  }
}

// The border: only read-job.ts gives this worker jobs, of this type.
answer(run)
