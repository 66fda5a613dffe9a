/** The thread in which texts of others are read into cards and reports: it gets one job, answers once and is ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import { ok } from '../../../shared/kit/result.ts'
import type { ReadJob } from './read-job.ts'

const job = workerData as ReadJob
parentPort?.postMessage({ answer: job.read === 'card' ? readCard(job.text, job) : ok(readReport(job.source)) })
