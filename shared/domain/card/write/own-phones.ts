/** Writes one telephone number of ours with its use, for whom it is and what to say, in words that are read back as they are meant. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { word } from '../../../words/say.ts'
import type { CardPhone } from '../card-reading.ts'
import { usesInWords } from './own-facts.ts'

/** As it is kept, if that is international and the same number; else written out for callers from abroad. */
function number({ e164, text }: CardPhone): string {
  if (e164 === null) return text
  const kept = text.startsWith('+') && parsePhoneNumberFromString(text)?.number === e164
  return kept ? text : (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164)
}

/** "Emergency" alone says that a number is for severe cases; a number for everyone is a hotline. */
function label({ purpose, audience }: CardPhone): string {
  const use =
    purpose === 'emergency' && audience !== 'critical'
      ? word('en', 'own-hotline')
      : word('en', `own-phone-number.${purpose}`)
  return audience === 'public' || (purpose === 'emergency' && audience === 'critical')
    ? use
    : word('en', 'own-phone-for', { use, audience: word('en', `own-audience.${audience}`) })
}

const SAYS = /^(?:please )?(?:ask|asking) for |^(?:please )?(?:mention|mentioning|quote|quoting|say) /i

export function phoneLine(phone: CardPhone, fax = false): string {
  const { script, doNotUseFor, roundTheClock } = phone
  const said = script === null ? null : SAYS.test(script) ? script : word('en', 'own-say', { script })
  const remarks = [...(roundTheClock ? [word('en', 'own-clock')] : []), ...(said === null ? [] : [said])]
  const forbidden =
    doNotUseFor.length > 0 ? `. ${word('en', 'own-do-not-call', { uses: usesInWords(doNotUseFor) })}` : ''
  const name = fax ? word('en', 'own-fax') : label(phone)
  return `${name}: ${number(phone)}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}${forbidden}`
}
