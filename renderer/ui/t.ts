/** The one way from a code to the words on the screen: `t('ui.lock')` for labels, `sentence(problem)` for what core said. */
import type { en } from '../../shared/words/en.ts'
import { say, type Code, type Language, type Saying } from '../../shared/words/say.ts'
import type { Params, Slots } from '../../shared/words/slots.ts'

const language: Language = 'en'

type Filled<C extends Code> =
  Slots<(typeof en)[C]> extends never ? [] : [params: { readonly [Slot in Slots<(typeof en)[C]>]: string | number }]

export function t<C extends Code>(code: C, ...[params]: Filled<C>): string {
  const filled: Params = params ?? {}
  return say(language, { code, params: filled })
}

export const sentence = (saying: Saying): string => say(language, saying)
