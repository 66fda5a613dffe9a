/** Reads who runs a team: the company or body behind it, and the ways in which its document spells that name. */
import { saying } from '../../words/say.ts'
import type { CardFinding } from './card-reading.ts'
import { finding } from './finding.ts'
import { sectionsOf, type Section } from './sections.ts'

const CAPITALISED = String.raw`\p{Lu}[\p{L}\d.'’-]{0,30}`
const LEGAL_FORM = String.raw`S\.? ?L\.?(?: ?U\.?)?|S\.? ?A\.?(?: ?[A-Z]\.?){0,3}|GmbH(?: & Co\. KG)?|AG|KGaA|SE|Ltd\.?|Limited|Inc\.?|LLC|L\.L\.C\.|Corp\.?|Corporation|PLC|plc|B\.? ?V\.?|N\.V\.|S\.?r\.?l\.?|S\.p\.A\.|SAS|SARL|GIE|Oyj?|AB|A\/S|ASA|AS|Lda\.?|Ltda\.?|z o\.o\.|a\.s\.|s\.r\.o\.|d\.o\.o\.|e\.V\.|\(Pty\) Ltd|Pty\.? Ltd|Trust`
const COMPANY = new RegExp(
  `(?<![\\p{L}\\d-])(${CAPITALISED}(?: (?:${CAPITALISED}|&|y|and|und|de|of|du|del)){0,7},? (?:${LEGAL_FORM}))(?![\\p{L}\\d])`,
  'u',
)
const LABEL =
  /(?:host(?:ing)? organi[sz]ation|parent organi[sz]ation|organización (?:anfitriona|matriz)|organisation (?:hôte|de tutelle)|trägerorganisation|träger|organização (?:anfitriã|mãe))\s?[:=–-]\s?([^\n;|]{3,120})/i
const BODY = String.raw`(${CAPITALISED}(?: (?:${CAPITALISED}|(?:&|and|y|und|et|e|de|of|the|la|el|du|des|der|del|do|da|dos|für|for|los)(?!\p{L}))){0,9})`
/** "X is operated by Y", "Y runs the team", "part of Y", in five languages. */
const RUN_BY = new RegExp(
  `(?:(?:operated|run|hosted|maintained|funded|financed|sponsored|provided|owned|established)\\s(?:and \\w+ )?by|(?:is )?(?:a )?(?:part|unit|division|department|area|team|service) (?:of|within)|belongs to|delegated by|operad[oa] por|gestionad[oa] por|financiad[oa] por|patrocinad[oa] por|(?:forma )?parte de|depende de|dependiente de|géré par|opéré par|financé par|hébergé par|fait partie d[eu]|betrieben von|getragen von|finanziert von|(?:ein )?teil (?:der|des|von)|gerid[oa] (?:por|pel[oa])|operad[oa] pel[oa]|faz parte d[aeo]|financiad[oa] pel[oa])\\s(?:the |la |el |los |l['’]|le |der |dem |des |die |das |o |a )?${BODY}`,
  'u',
)
const RUNS = new RegExp(
  `${BODY}\\s(?:runs|operates|hosts|funds|finances|sponsors|pays for|betreibt|finanziert|gestiona|opera|financia|gère|exploite|finance)\\s`,
  'u',
)
/** "wird vom Landesamt betrieben". */
const BY_RUN = new RegExp(
  `(?:wird|ist) (?:von der|von dem|von|vom|durch (?:die|den|das))\\s${BODY}\\s(?:betrieben|getragen|finanziert|unterhalten)`,
  'u',
)
/** Such words are no body's name. */
const NOT_A_BODY =
  /^(?:The|It|Its|We|This|All|Our|Funding|Authority|CERT|CSIRT|Members|Constituen\w+|El|La|Le|Das|Der|Die|O|A|Es|Il)$/

const LEAD = /^(?:The|El|La|Le|Les|Der|Die|Das|O|A|Os|As)\s(?=\p{Lu})/u
const tidy = (name: string): string =>
  name
    .trim()
    .replace(/[.,;]$/, (end) =>
      /(?:Inc|Ltd|S\.A|S\.L|B\.V|Co|a\.s|s\.r\.o|e\.V|Corp|d\.o\.o|S\.p\.A|Lda)\.$/.test(name.trim()) ? end : '',
    )
    .replace(/(?:\s(?:and|y|und|et|e|of|de|the|for))+$/, '')

export function hostName(sections: readonly Section[], short: string | null): string | null {
  const sentences = (...concepts: Parameters<typeof sectionsOf>[1][]) =>
    sectionsOf(sections, ...concepts)
      .flatMap((section) => section.sentences)
      .map(({ text }) => text.slice(0, 1000))
  const labelled = sentences('2.1', '3.3', '2.2').map((text) => LABEL.exec(text)?.[1])
  const company = sentences('2.2', '3.3', '3.4', '3.2', '2.1').map((text) => COMPANY.exec(text)?.[1])
  const told = sentences('3.3', '2.1', '3.4', '3.1').map(
    (text) => RUN_BY.exec(text)?.[1] ?? BY_RUN.exec(text)?.[1] ?? RUNS.exec(text)?.[1],
  )
  const names = [...labelled, ...company, ...told].flatMap((name) => (name ? [tidy(name.replace(LEAD, ''))] : []))
  return names.find((name) => name !== short && !NOT_A_BODY.test(name) && name.length > 2) ?? null
}

/** Two words that differ by one letter at most, capitals apart. */
function oneLetterApart(a: string, b: string): boolean {
  const [x, y] = a.length <= b.length ? [a, b] : [b, a]
  if (y.length - x.length > 1) return false
  let at = 0
  while (at < x.length && x[at] === y[at]) at++
  return x.slice(at) === y.slice(at + 1) || x.slice(at + 1) === y.slice(at + 1)
}

const COMMON =
  /^(?:security|computer|incident|response|center|centre|university|internet|national|services?|information|network|limited|agency|digital)$/
const MIN_WORD = 6
const MAX_WORDS = 20_000

/**
 * How the document spells the distinctive word of its host ("myCloudDoor", "MYCLOUDDOOR", "myClouDoor"): the word that the
 * mail domain is made of, wherever it stands outside addresses.
 */
export function hostSpellings(
  sections: readonly Section[],
  domains: readonly string[],
): readonly { readonly text: string; readonly line: number }[] {
  const stems = [...new Set(domains.map((domain) => domain.split('.').at(-2) ?? ''))].filter(
    (stem) => stem.length >= MIN_WORD && !COMMON.test(stem),
  )
  if (stems.length === 0) return []
  const found = new Map<string, number>()
  let looked = 0
  for (const { flow } of sections) {
    for (const match of flow.text.matchAll(/(?<![\p{L}\d@/.-])\p{L}{5,30}(?![\p{L}\d@]|\.\p{Ll}|[/-]\p{L})/gu)) {
      if (++looked > MAX_WORDS) break
      const word = match[0].toLowerCase()
      if (!found.has(match[0]) && stems.some((stem) => oneLetterApart(word, stem)))
        found.set(match[0], flow.lineAt(match.index))
    }
  }
  return [...found].map(([text, line]) => ({ text, line })).slice(0, 12)
}

/** Capitals at the start, or all of them, are no other name. */
const shape = (text: string): string =>
  text === text.toUpperCase() || text === text.toLowerCase() || text.slice(1) === text.slice(1).toLowerCase()
    ? text.toLowerCase()
    : text

/** Spellings that a reader could take for two names. */
export function nameVariants(
  spellings: readonly { readonly text: string; readonly line: number }[],
): readonly CardFinding[] {
  const letters = new Set(spellings.map(({ text }) => text.toLowerCase()))
  const shapes = new Set(spellings.map(({ text }) => shape(text)).filter((text) => text !== text.toLowerCase()))
  if (letters.size < 2 && shapes.size < 2) return []
  const names = spellings.map(({ text }) => text).join(', ')
  return [finding('info', spellings[1]?.line ?? null, saying('name-variants', { names }))]
}
