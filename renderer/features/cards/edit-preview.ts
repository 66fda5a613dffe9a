/** What a text of the edit sheet would put on the card, in the words in which the card shows it. */
import { cardFields } from '../../../shared/domain/card/fields.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import { changeWords } from '../../ui/card-words.ts'
import { t } from '../../ui/t.ts'
import { hoursWords } from './hours-words.ts'

const noLine = { line: 0 }

/** Empty where the card would have none. */
export function previewWords(edit: CardEdit): readonly string[] {
  if (edit.value === null) return []
  switch (edit.field) {
    case 'hours':
      return [hoursWords(edit.value) ?? edit.value]
    case 'coverage':
      return edit.value.map(({ audience, osm }) => `${hoursWords(osm) ?? osm} (${t(`cardaudience.${audience}`)})`)
    case 'roles':
      return [edit.value.map((role) => t(`role.${role}`)).join(', ')]
    case 'closures':
      return edit.value.map(({ date, name }) => `${date} ${name}`)
    case 'note':
      return []
    default:
      return shown(edit)
  }
}

function shown(edit: CardEdit): readonly string[] {
  const field = cardFields.find((one) => one === edit.field)
  return field === undefined ? [] : changeWords({ field }, readingOf(edit))
}

/** The value in the shape of a reading, as far as its words need it. */
function readingOf(edit: CardEdit): unknown {
  switch (edit.field) {
    case 'timeZone':
      return { iana: edit.value, text: null }
    case 'address':
      return { text: edit.value, ...noLine }
    case 'urgent':
      return { text: edit.value, subjectKeyword: edit.value, ...noLine }
    case 'preferred':
      return { channel: edit.value, ...noLine }
    case 'phones':
      return edit.value?.map((phone) => ({ ...phone, e164: null, ...noLine }))
    case 'responsePromises':
      return edit.value?.map((promise) => ({ ...promise, text: '', ...noLine }))
    case 'keys':
      return edit.value?.map((fingerprint) => ({ fingerprint, keyIdPrinted: null, state: 'not-included' }))
    default:
      return edit.value
  }
}
