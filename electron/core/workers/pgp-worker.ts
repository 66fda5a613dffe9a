/** The thread in which OpenPGP and MIME data of others is read. */
import { runPgpJob } from '../pgp/jobs.ts'
import { answer } from './answer.ts'

// The border: only core/pgp gives this worker jobs, of this type.
answer(runPgpJob)
