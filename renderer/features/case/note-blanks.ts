/** The notes that can be started from a text with blanks, and where the next blank is. */
import { t } from '../../ui/t.ts'

export const noteTemplates = ['call', 'handover', 'finding', 'decision'] as const
export type NoteTemplate = (typeof noteTemplates)[number]

export const templateText = (name: NoteTemplate): string => t(`casework.note-text.${name}`)

/** The next blank, "[who]", from a place on; from the start where none follows. Null where there is none. */
export function nextBlank(text: string, from: number): readonly [start: number, end: number] | null {
  const at = /\[[^[\]\n]{1,60}\]/g
  at.lastIndex = from
  const found = at.exec(text) ?? (from > 0 ? /\[[^[\]\n]{1,60}\]/.exec(text) : null)
  return found === null ? null : [found.index, found.index + found[0].length]
}
