/** Reads the facts that a team wants to find in a report of an incident. */
import { listsIn } from './lists.ts'
import { sectionsOf, type Section } from './sections.ts'

const FIELDS =
  /(?:should|must|please|shall|need to|kindly)\b[^.\n]{0,80}(?:contain|include|provide|give|state|following|send|specify)[^\n]{0,80}$|following (?:information|details|data|items)|information (?:below|required)|siguientes? (?:información|datos)|datos siguientes|informations? suivantes?|éléments suivants|folgende[nr]? (?:angaben|informationen|daten)|seguintes? (?:informaç|dados|elementos)/i

export function readReportFields(sections: readonly Section[]): readonly string[] {
  const lists = sectionsOf(sections, '6', '2.11').flatMap(({ pieces }) => listsIn(pieces))
  const list = lists.find(({ items, lead }) => items.length > 1 && FIELDS.test(lead.slice(-400)))
  return (list?.items ?? []).map(({ text }) => text)
}
