/** Finds telephone and fax numbers (E.164 by libphonenumber), with what to say, for whom and for what each one is. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { saying } from '../../words/say.ts'
import type { Audience, CardFinding, CardPhone, Concept, PhonePurpose } from './card-reading.ts'
import { audienceIn } from './audience.ts'
import { finding } from './finding.ts'
import { isRoundTheClock } from './round-the-clock.ts'
import { sentenceStart } from './flow.ts'
import { forbiddenIn } from './purposes.ts'
import { sectionsOf, type Section } from './sections.ts'
import { countryCodes } from './zone-table.ts'

interface Candidate {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Figures with the joints of telephone numbers; a spaced dash, slash or comma parts two numbers. */
const NUMBER =
  /(?<![\p{L}\d.,:/@#=_-])(?:\+|00(?=[\s(]{0,2}\d)|\(\+?)?\(?\d{1,17}(?:(?: ?\((?=\d{1,4}\))|\) ?|[-/.](?!\s)| ){1,2}(?!24[x/×*]7)\d{1,17}){0,9}(?![\p{L}\d@])/gu
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|^\d{1,3}(?:\.\d{1,3}){3}$/

function candidatesIn(text: string, internationalOnly: boolean): readonly Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(NUMBER)) {
    const printed = match[0].trim()
    const digits = printed.replaceAll(/\D/g, '').length
    const international = /^\(?\+|^00/.test(printed)
    if (digits < 7 || digits > 17 || DATE.test(printed) || (internationalOnly && !international)) continue
    if (/(?:GMT|UTC)\s?$/i.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
    found.push({ text: printed, start: match.index, end: match.index + match[0].length })
    if (found.length >= 60) break
  }
  return found
}

interface Normal {
  readonly e164: string | null
  readonly country: string | null
  readonly doubtful: boolean
}

const isCountryCode = (code: string | null): code is CountryCode => code !== null && countryCodes.includes(code)

/** A number that the plan of its country does not know is kept as printed, and said to be doubtful. */
export function normalNumber(text: string, country: string | null): Normal {
  const international = text.replace(/^\(\+/, '+').replace(/^00(?=\s?[1-9])/, '+')
  const parsed = parsePhoneNumberFromString(international, isCountryCode(country) ? country : undefined)
  if (parsed?.isValid()) return { e164: parsed.number, country: parsed.country ?? null, doubtful: false }
  if (international.startsWith('+')) {
    const digits = international.replaceAll(/\(0\)|\D/g, '')
    const e164 = digits.length >= 7 && digits.length <= 15 ? `+${digits}` : null
    return { e164, country: parsed?.country ?? null, doubtful: true }
  }
  return { e164: parsed?.isPossible() ? parsed.number : null, country: null, doubtful: true }
}

const SCRIPT =
  /(?:please )?(?:ask(?:ing)? for|preguntar por|pregunte por|pregunten por|demander|demandez|verlangen sie|perguntar por|mention(?:ing)?|quote|quoting|say) ["“]?[^().;,\n]{2,80}/i

const PURPOSES: readonly (readonly [PhonePurpose, RegExp])[] = [
  ['backup', /backup|back-up|alternat/i],
  [
    'after-hours',
    /after[- ]hours|out(?:side)? (?:of )?(?:normal |regular |office |working |business )*hours|fuera de horario|hors heures|außerhalb/i,
  ],
  ['main', /regular|primary|main|office|principal/i],
  ['emergency', /emergenc|hotline|urgent|notfall|urgence|guardia/i],
  ['incidents', /incident|vorf[aä]ll/i],
  ['main', /general/i],
]

const named = (text: string): PhonePurpose | undefined => PURPOSES.find(([, words]) => words.test(text))?.[0]

/** The label before a number, or the brackets right after it; what later sentences say may be about something else. */
function purposeIn(label: string, after: string, usual: PhonePurpose): PhonePurpose {
  const own =
    /^[\s,;:–-]{0,3}\(([^()]{2,120})\)/.exec(after)?.[1] ?? after.split(/\n|(?<=\p{L}{2})[.;](?:\s|$)/u)[0] ?? ''
  return named(label) ?? named(own) ?? usual
}

const FAX_LABEL = /(?:\bfax|facsimile|telefax|télécopie)[^\n]{0,20}$/i

interface Read {
  readonly phone: CardPhone
  readonly fax: boolean
  readonly country: string | null
  readonly doubtful: boolean
}

/** How close the words stand to the number: its own label and brackets say more than the sentence after. */
function around(
  section: Section,
  hit: Candidate,
  previousEnd: number,
  next: Candidate | undefined,
): { readonly label: string; readonly after: string } {
  const { text } = section.flow
  const from = Math.max(previousEnd, sentenceStart(section.sentences, hit.start), hit.start - 160)
  const nextStart = next ? Math.max(hit.end, sentenceStart(section.sentences, next.start)) : text.length
  return { label: text.slice(from, hit.start), after: text.slice(hit.end, Math.min(nextStart, hit.end + 300)) }
}

function phonesIn(section: Section, country: string | null, internationalOnly: boolean): readonly Read[] {
  const candidates = candidatesIn(section.flow.text, internationalOnly)
  return candidates.flatMap((hit, index) => {
    const normal = normalNumber(hit.text, country)
    if (internationalOnly && normal.doubtful) return []
    const { label, after } = around(section, hit, candidates[index - 1]?.end ?? 0, candidates[index + 1])
    const near = `${label} ${after.split('\n')[0] ?? ''}`
    const script = SCRIPT.exec(near)?.[0].trim() ?? null
    const line = section.flow.lineAt(hit.start)
    const besideFirst = line === section.flow.lineAt(candidates[0]?.start ?? 0) && /^[\s/,;–-]{0,5}$/.test(label)
    const usual: PhonePurpose = section.concept === '2.6' || (index > 0 && !besideFirst) ? 'other' : 'main'
    const purpose = purposeIn(label, after, usual)
    // "Primary number … Call 24/7 for critical incidents" is still everyone's number.
    const audience: Audience =
      audienceIn(label) ?? (purpose === 'main' ? null : audienceIn(after.split('\n')[0] ?? '')) ?? 'public'
    const phone: CardPhone = {
      e164: normal.e164,
      text: hit.text,
      purpose,
      script,
      audience,
      doNotUseFor: forbiddenIn(after),
      roundTheClock: isRoundTheClock(near),
      line,
    }
    return [
      {
        phone,
        fax: FAX_LABEL.test(label) || section.concept === '2.5',
        country: normal.country,
        doubtful: normal.doubtful,
      },
    ]
  })
}

const NUMBER_PARTS: readonly Concept[] = ['2.4', '2.5', '2.6', '2.11', 'hours', '2.2', '2']
const NO_PARTS: readonly Concept[] = ['2.3', '2.8', '1.1', '1.3', '1.4', '7']

function unique(all: readonly Read[]): readonly Read[] {
  const seen = new Map<string, Read>()
  for (const one of all) {
    const key = one.phone.e164 ?? one.phone.text.replaceAll(/\D/g, '')
    const before = seen.get(key)
    // A number repeated in the page's frame keeps the words of its proper part.
    if (!before) seen.set(key, one)
  }
  return [...seen.values()]
}

const doubts = ({ phone, doubtful }: Read): readonly CardFinding[] => {
  if (phone.e164 === null) return [finding('warning', phone.line, saying('phone-no-country', { number: phone.text }))]
  return doubtful ? [finding('warning', phone.line, saying('phone-doubtful', { number: phone.text }))] : []
}

export interface PhonesRead {
  readonly phones: readonly CardPhone[]
  readonly fax: readonly CardPhone[]
  readonly countries: readonly string[]
  readonly findings: readonly CardFinding[]
}

export function readPhones(sections: readonly Section[], country: string | null): PhonesRead {
  const own = NUMBER_PARTS.flatMap((concept) => sectionsOf(sections, concept)).flatMap((section) =>
    phonesIn(section, country, section.concept !== '2.4' && section.concept !== '2.5' && section.concept !== '2.6'),
  )
  const elsewhere = sections
    .filter(({ concept }) => !concept || (!NUMBER_PARTS.includes(concept) && !NO_PARTS.includes(concept)))
    .flatMap((section) => phonesIn(section, country, true))
  const all = unique([...own, ...elsewhere])
  const forbidden = all.filter(({ phone }) => phone.doNotUseFor.includes('incidents'))
  return {
    phones: all.filter(({ fax }) => !fax).map(({ phone }) => phone),
    fax: all.filter(({ fax }) => fax).map(({ phone }) => phone),
    countries: all.flatMap((one) => one.country ?? []),
    findings: [
      ...all.flatMap(doubts),
      ...forbidden.map(({ phone }) => finding('warning', phone.line, saying('do-not-use', { address: phone.text }))),
    ],
  }
}
