/** The calls about lists of teams and the work of taking them in. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/kit/result.ts'
import { readInput } from '../files/input.ts'
import { withSession, type Desk } from '../session.ts'
import { DIRECTORY_BYTES } from './directories/directory-reading.ts'
import { importList, readList, readListAgain } from './directory-import.ts'

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `directory.${string}` | `job.${string}`>>

export const directoryHandlers = (desk: Desk): Calls => ({
  'directory.preview': withSession(desk, async (session, { file }) => {
    const input = readInput(session.ports, file, DIRECTORY_BYTES)
    return input.ok ? readList(session, input.value) : input
  }),
  'directory.map': withSession(desk, readListAgain),
  'directory.import': withSession(desk, importList),
  'job.list': withSession(desk, (session) => ok(session.jobs.list())),
  'job.cancel': withSession(desk, (session, { id }) => session.jobs.cancel(id)),
})
