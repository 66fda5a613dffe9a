/** The sentence of a journal line, with checklist items and phases in words where core gives their ids. */
import { isCheckItem } from '../../../shared/domain/case/checklist.ts'
import { closingCodes, fieldNames, workPhases } from '../../../shared/domain/case/vocabulary.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { sentence, t } from '../../ui/t.ts'

export const journalText = ({ code, params }: Saying): string =>
  sentence({
    code,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(name, value)])),
  })

function inWords(name: string, value: string | number): string | number {
  const phase = workPhases.find((one) => name === 'phase' && one === value)
  const closing = closingCodes.find((one) => name === 'code' && one === value)
  const field = fieldNames.find((one) => name === 'field' && one === value)
  if (field !== undefined) return t(`field.${field}`)
  if (phase !== undefined) return t(`phase.${phase}`)
  if (closing !== undefined) return t(`closing.${closing}`)
  return name === 'item' && typeof value === 'string' && isCheckItem(value) ? t(`check.${value}`) : value
}

/** The time of day with seconds: what "on disk" is compared by. */
export const onDiskTime = (iso: string): string => `${iso.slice(11, 19)}Z`
