/** A case in the format that was asked for, with what a file of it is called. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { caseCsv } from './case-csv.ts'
import type { ExportContent, ExportTools } from './export-content.ts'
import { iodefDocument } from './iodef.ts'
import { mispEvent } from './misp.ts'
import { stixBundle } from './stix.ts'
import { xarfReport } from './xarf.ts'

export const formatEndings = {
  misp: 'misp.json',
  stix: 'stix.json',
  iodef: 'iodef.xml',
  xarf: 'xarf.json',
  csv: 'csv',
} as const
export type OutputFormat = keyof typeof formatEndings

/** `now` is UTC ISO. Refused with `export-no-source` where X-ARF has nothing to be about, `export-no-address` where it has no sender. */
export function exportCase(
  format: OutputFormat,
  content: ExportContent,
  tools: ExportTools,
  now: string,
): Result<string, Saying> {
  switch (format) {
    case 'misp':
      return ok(mispEvent(content, tools))
    case 'stix':
      return ok(stixBundle(content, tools))
    case 'iodef':
      return ok(iodefDocument(content, tools, now))
    case 'csv':
      return ok(caseCsv(content))
    case 'xarf': {
      if (content.team.address === '') return fail(saying('export-no-address'))
      const report = xarfReport(content, tools)
      return report === null ? fail(saying('export-no-source')) : ok(report)
    }
  }
}
