/** The calls by which a case leaves as a file: preview first, then written through the gate. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { withSession, type Desk } from '../session.ts'
import { prepareExport } from './prepare-export.ts'
import { prepareReport } from './prepare-report.ts'
import { previewOf, writePrepared } from './prepared.ts'

type OutputCalls = Pick<Handlers<'core'>, 'report.preview' | 'case.report' | 'export.preview' | 'case.export'>

export const outputHandlers = (desk: Desk): OutputCalls => ({
  'report.preview': withSession(desk, (session, ask) => {
    const prepared = prepareReport(session, ask)
    return prepared.ok ? ok(previewOf(session, prepared.value)) : prepared
  }),
  'case.report': withSession(desk, (session, ask) => {
    const prepared = prepareReport(session, ask)
    return prepared.ok ? writePrepared(session, prepared.value, ask) : prepared
  }),
  'export.preview': withSession(desk, (session, ask) => {
    const prepared = prepareExport(session, ask)
    return prepared.ok ? ok(previewOf(session, prepared.value)) : prepared
  }),
  'case.export': withSession(desk, (session, ask) => {
    const prepared = prepareExport(session, ask)
    return prepared.ok ? writePrepared(session, prepared.value, ask) : prepared
  }),
})
