/** The thread in which OpenPGP and MIME data of others is read: it gets one job, answers once and is ended. */
import { workerData } from 'node:worker_threads'
import { runPgpJob, type PgpJob } from '../pgp/jobs.ts'
import { answer } from './answer.ts'

// The border: only core/pgp starts this worker, with a job of this type.
await answer(runPgpJob(workerData as PgpJob))
