/** signet.report/1: a report as it was read. */
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { Language } from '../../../shared/words/say.ts'
import { saidJson } from '../command.ts'

export const reportShape = (reading: ReportReading, language: Language) => ({
  ...reading,
  findings: reading.findings.map((found) => saidJson(language, found)),
})
