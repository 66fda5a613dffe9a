/** The sample case written in each format, for the tests that read it back. */
import { exportCase, type OutputFormat } from '../../../shared/domain/output/export-case.ts'
import { exportContent, type ExportContent } from '../../../shared/domain/output/export-content.ts'
import { asItIs, flows, now, observables, sampleState, team, tools } from './sample-case.ts'

export const content = (extra: Partial<ExportContent> = {}): ExportContent => ({
  ...exportContent({ state: sampleState(), flows, team, redact: asItIs, withAccounts: true }),
  ...extra,
})

export function written(format: OutputFormat, of = content(), at = now): string {
  const made = exportCase(format, of, tools, at)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

/** What was found benign is told to nobody. */
export const told = observables.filter(([, , state]) => state !== 'benign')
export const valuesOf = (...types: readonly string[]): readonly string[] =>
  told.filter(([type]) => types.includes(type)).map(([, value]) => value)
