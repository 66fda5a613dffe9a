/** The thread in which large OpenPGP files are opened and sealed. */
import { openInto } from '../pgp/stream/open-file.ts'
import { sealInto } from '../pgp/stream/seal-file.ts'
import { surroundings, type StreamJob } from '../pgp/stream/worker-job.ts'
import { answer } from './answer.ts'

answer((job: StreamJob): Promise<unknown> =>
  job.job === 'seal' ? sealInto(job.input, surroundings(job)) : openInto(job.input, surroundings(job)),
)
