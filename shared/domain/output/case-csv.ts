/** A case as CSV for people: one row for each observable and each event, defanged, the marking in every row. */
import { tlpLabel } from '../marking/tlp.ts'
import { defang } from '../observable/refang.ts'
import { csv } from './csv.ts'
import type { ExportContent } from './export-content.ts'

/** The columns are the same for both kinds of rows. `at` is UTC; `at_text` is the time as the source wrote it. */
export function caseCsv({ number, tlp, observables, events }: ExportContent): string {
  const marking = tlpLabel(tlp)
  return csv([
    ['case', 'marking', 'record', 'type', 'value', 'state', 'at', 'at_text'],
    ...observables.map((one) => [number, marking, 'observable', one.type, defang(one), one.state, null, null]),
    ...events.map(({ at, atText, what }) => [number, marking, 'event', null, what, null, at, atText]),
  ])
}
