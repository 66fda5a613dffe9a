/** Finds telephone and fax numbers (E.164 by libphonenumber), with what to say, for whom and for what each one is. */
import { saying } from '../../words/say.ts'
import type { Audience, CardFinding, CardPhone, Concept, PhonePurpose } from './card-reading.ts'
import { audienceIn } from './audience.ts'
import { finding } from './finding.ts'
import { candidatesIn, normalNumber } from './numbers.ts'
import { isRoundTheClock } from './round-the-clock.ts'
import { forbiddenIn } from './purposes.ts'
import { sectionsOf, type Section } from './sections.ts'
import { around } from './surroundings.ts'

const SCRIPT =
  /(?:please )?(?:ask(?:ing)? for|preguntar por|pregunte por|pregunten por|demander|demandez|verlangen sie|perguntar por|mention(?:ing)?|quote|quoting|say) ["“]?[^().;,\n]{2,80}/i

const PURPOSES: readonly (readonly [PhonePurpose, RegExp])[] = [
  ['backup', /backup|back-up|alternat|secondary|reserve|ersatz|respaldo|secours/i],
  [
    'after-hours',
    /after[- ]hours|out(?:side)?[- ](?:of[- ])?(?:the )?(?:normal |regular |office |working |business |opening )*hours|fuera del? (?:\w+ )?horario|hors (?:des )?heures|en dehors des heures|außerhalb|fora do? (?:\w+ )?horário|nights? and weekends|weekend|on[- ]call|bereitschaft|astreinte|guardia|plantão/i,
  ],
  ['main', /regular|primary|\bmain\b|office|principal|hauptnummer|zentrale nummer/i],
  ['emergency', /emergenc|hotline|urgent|notfall|urgence|emergencia|emergência|critical|crític|kritisch|alerte/i],
  ['incidents', /incident|vorf[aä]ll/i],
  ['main', /general|duty desk|watch officer/i],
  [
    'other',
    /switchboard|network operations|\bnoc\b|secretar|reception|centralita|standard téléphonique|telefonzentrale|help ?desk/i,
  ],
]

const named = (text: string): PhonePurpose | undefined => PURPOSES.find(([, words]) => words.test(text))?.[0]

/** The label before a number, or the brackets right after it; what later sentences say may be about something else. */
function purposeIn(label: string, after: string, usual: PhonePurpose): PhonePurpose {
  const own =
    /^[\s,;:–-]{0,3}\(([^()]{2,120})\)/.exec(after)?.[1] ?? after.split(/\n|(?<=\p{L}{2})[.;](?:\s|$)/u)[0] ?? ''
  return named(label) ?? named(own) ?? usual
}

const FAX_LABEL = /(?:\bfax|facsimile|telefax|télécopi|telekopie)[^\n]{0,20}$/i
/** "Telephone and fax: …": one number for both. */
const BOTH =
  /(?:\btel|phone|telefon|teléfono|téléphone)[\p{L}.]{0,8}\s?(?:\/|&|and|y|et|und|e|ou|o|or)\s?(?:tele)?fax/iu

/** "Duty analyst, any time:". */
const AT_ANY_TIME = /(?<!\p{L})(?:any ?time|jederzeit|a toda hora|à toute heure)[^\p{L}]{0,6}$/iu

interface Read {
  readonly phone: CardPhone
  readonly fax: boolean
  readonly both: boolean
  readonly label: string
  readonly country: string | null
  readonly doubtful: boolean
}

function phonesIn(section: Section, country: string | null, internationalOnly: boolean): readonly Read[] {
  const candidates = candidatesIn(section.flow.text, internationalOnly)
  return candidates.flatMap((hit, index) => {
    const normal = normalNumber(hit.text, country)
    if (internationalOnly && normal.doubtful) return []
    const { before: label, after } = around(section, candidates, index, 300)
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
      roundTheClock: isRoundTheClock(near) || AT_ANY_TIME.test(label),
      line,
    }
    return [
      {
        phone,
        fax: FAX_LABEL.test(label) || section.concept === '2.5',
        both: BOTH.test(label),
        label,
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

const ORDINALS: readonly RegExp[] = [
  /\b(?:first|primer[oa]?|premi(?:er|ère)|ersten?|primeir[oa])\b/i,
  /\b(?:second|segund[oa]|deuxième|seconde?|zweiten?)\b/i,
  /\b(?:third|tercer[oa]?|troisième|dritten?|terceir[oa])\b/i,
]
const A_NUMBER = /number|número|numéro|nummer|telephone|teléfono|telefon/i

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

/** "Toll free 1-800-…" and "The toll-free number is answered 24/7" speak of one number. */
function isNamed(label: string, clause: string): boolean {
  const words = plain(label).split(' ').slice(-2).join(' ')
  return words.length >= 5 && plain(clause).includes(`${words} number`)
}

/** "Round the clock on the second number": said of a number without printing it again. */
function withOrdinals(all: readonly Read[], sections: readonly Section[]): readonly CardPhone[] {
  const clauses = sectionsOf(sections, 'hours', '2.11', '2.4')
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ text }) => text.slice(0, 1000).split(/\s?;\s/))
    .filter((clause) => isRoundTheClock(clause) && A_NUMBER.test(clause))
  return all.map(({ phone, label }, index) =>
    clauses.some((clause) => ORDINALS[index]?.test(clause) || isNamed(label, clause))
      ? { ...phone, roundTheClock: true }
      : phone,
  )
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
    phones: withOrdinals(
      all.filter(({ fax, both }) => !fax || both),
      sections,
    ),
    fax: all.filter(({ fax }) => fax).map(({ phone }) => phone),
    countries: all.flatMap((one) => one.country ?? []),
    findings: [
      ...all.flatMap(doubts),
      ...forbidden.map(({ phone }) => finding('warning', phone.line, saying('do-not-use', { address: phone.text }))),
    ],
  }
}
