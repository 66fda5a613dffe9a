/** Reads people out of sentences: who heads the team, and who stands in for whom, in five languages. */
import type { Person } from './member-lines.ts'
import { isPerson, isRole, nameSource, withoutHonours } from './person-names.ts'

const IS = String.raw`(?:is|are|are currently|is currently|will be|ist|sind|lautet|heißt|es|son|est|sont|é|são)`
const LIST = `${nameSource}(?:(?:,| and| y| e| et| und)?,? (?:and |y |e |et |und )?${nameSource}){0,12}`

/** "The head of the team is Ada Q", "Le responsable de l'équipe est …". */
const ROLE_IS = new RegExp(
  `(?:^|[,;.(]\\s?|\\b(?:and|y|et|und|e|while|mientras|tandis que|während|whereas)\\s)([^,;.()]{3,90}?)\\s${IS}\\s(?:currently |actualmente |actuellement |derzeit |zurzeit |atualmente |the |el |la )?(${LIST})`,
  'gu',
)
/** "Ada Q of Computing is the coordinator", "Ada Q ist die Leiterin des Teams", "Ada Q serves as …". */
const IS_ROLE = new RegExp(
  `(${LIST})(?: (?:of|from|de|von|du|da|do) [^,;.]{2,60}?)?,? (?:who )?(?:is|are|es|son|est|sont|ist|sind|é|são|serves? as|acts? as|works? as|was appointed(?: as)?|actúa(?:n)? como|ejerce de|agit (?:comme|en tant que)|fungiert als|atua como|exerce funções de)(?: (?:currently|also|actualmente|zurzeit))?,? (?:(?:the|our|its|a|an|as|el|la|los|las|su|le|les|une?|der|die|das|ein|eine|unser|unsere|sein|ihr|ihre|seine|o|os|as|uma?|seu|sua) )?([^,;.]{3,90})`,
  'gu',
)
const LED_BY = new RegExp(
  `\\b(?:(led|headed|managed|directed|chaired|run|coordinated|supervised|represented|dirigid[oa]|liderad[oa]|encabezad[oa]|coordinad[oa]|dirigée?|pilotée?|animée?|coordonnée?|geleitet|geführt|koordiniert|vertreten|chefiad[oa]|coordenad[oa]|gerid[oa])(?:\\s(?:at present|currently|actualmente|actuellement|derzeit))?|(?:unter der )?(Leitung))\\s(?:by|por|par|von|durch|pel[oa])\\s(${LIST})(?:,\\s(?:(?:the|our|el|la|le|der|die|o|a)\\s)?([^.;,]{3,60}))?`,
  'gu',
)
/** "wird von Ada Q geleitet". */
const BY_LED = new RegExp(`\\b(?:von|durch)\\s(${LIST})\\s(geleitet|geführt|koordiniert|vertreten|verantwortet)`, 'gu')
/** "led by Ada Q": what she does, in the words of the document. */
const ACTIVE: Readonly<Record<string, string>> = {
  led: 'leads',
  headed: 'heads',
  managed: 'manages',
  directed: 'directs',
  chaired: 'chairs',
  run: 'runs',
  coordinated: 'coordinates',
  supervised: 'supervises',
  represented: 'represents',
  geleitet: 'leitet',
  geführt: 'führt',
  koordiniert: 'koordiniert',
  vertreten: 'vertritt',
  verantwortet: 'verantwortet',
  gerid: 'gere',
  dirig: 'dirige',
}
const active = (verb: string): string =>
  ACTIVE[verb.toLowerCase()] ??
  ACTIVE[verb.toLowerCase().replace(/(?:id[oa]|ée?)$/, '')] ??
  ACTIVE[verb.toLowerCase().replace(/[oa]$/, '')] ??
  verb.replace(/ad[oa]$/, 'a').replace(/ée?$|ie$/, 'e')
const PERSONS = new RegExp(
  `(?:${nameSource})(?:(?:,| and| y| e| et| und),? (?:and |y |e |et |und )?(?:d[e'’] ?|von |by |por |par )?${nameSource}){0,12}`,
  'u',
).source
const HELPED_BY = new RegExp(
  `(?:assisted|supported|aided|assistid[oa]|apoiad[oa]|coadjuvad[oa]|asistid[oa]|apoyad[oa]|assistée?|secondée?|épaulée?|unterstützt)\\s(?:by|por|par|von|durch|pel[oa]|de|d['’])\\s?(${PERSONS})`,
  'gu',
)
const LEADS = new RegExp(
  `(${LIST})(?:,? who)?\\s(leads?|heads?|manages?|directs?|chairs?|coordinates?|runs?|supervises?|represents?|deputi[sz]es?|dirige|coordina|lidera|encabeza|dirige|coordonne|pilote|anime|leitet|führt|koordiniert|vertritt|coordena|chefia)\\b([^,;.]{0,60})`,
  'gu',
)
const WITH_AS = new RegExp(
  `\\b(?:with|con|avec|mit|com)\\s(${LIST})\\s(?:as|como|comme|als|en tant que)\\s(?:(?:the|his|her|its|their|su|son|sa|seine?r?|ihre?r?|seu|sua)\\s)?([^,;.]{3,60})`,
  'gu',
)
/** "Management and liaison are provided by Ada Q, Director of …". */
const PROVIDED_BY = new RegExp(
  `(?:^|[.;]\\s|\\s(?=\\p{Lu}))([^.;]{4,90}?)\\s(?:is|are|son|es|está|están|est|sont|wird|werden|é|são)\\s(?:provided|carried out|ensured|assured|proporcionad[oa]s?|realizad[oa]s?|assurée?s?|wahrgenommen|asegurad[oa]s?|assegurad[oa]s?)\\s(?:by|por|par|von)\\s(${nameSource})(?:,\\s([^.;]{3,120}))?`,
  'gu',
)
const DEPUTY = new RegExp(
  `\\b((?:his|her|their|the|sein|seine|ihr|ihre|su|son|sa|seu|sua|le|la|el|die|der)\\s(?:first )?(?:deputy|deputies|replacement|substitute|backup|second in command|Stellvertret\\w{2,6}|Vertret\\w{2,6}|suplente|adjunt[oa]|adjointe?|substitut[oa]|suppléante?))\\s(?:${IS}\\s|,\\s?|:\\s?)?(${LIST})`,
  'gu',
)
/** "…, and Bran T is responsible for …" is IS_ROLE; "Bran T (deputy)" inside a sentence is this. */
const IN_BRACKETS = new RegExp(`(${nameSource})\\s\\(([^()]{3,80})\\)`, 'gu')
const ROLE_APPOSITION = new RegExp(
  `(${nameSource}),\\s(?:(?:the|our|its|el|la|le|der|die|o|a)\\s)?([^,;.()]{3,80})`,
  'gu',
)

const split = (names: string): readonly string[] =>
  names
    .split(/,? (?:and|y|e|et|und) |,\s?(?:and |y |e |et |und )?/)
    .map((name) => name.replace(/^(?:de |d['’]|von |by |por |par )/, '').trim())

const persons = (names: string, role: string | null): readonly Person[] => {
  const all = split(names)
  const good = all.filter(isPerson)
  return good.map((name) => ({ name, role }))
}

const NEXT_PERSON = new RegExp(
  `\\s(?:and|y|et|und|e|while|supported by)\\s(?=${nameSource}|(?:the|his|her|der|die|el|la|le|o|a)\\s)`,
  'u',
)

const ARTICLE =
  /^(?:and |y |et |und |e )?(?:l['’]|(?:the|our|its|his|her|their|el|la|los|las|le|les|der|die|das|unser|unsere|sein|seine|ihr|ihre|su|son|sa|o|a|os|as|seu|sua)\s+)(?=\S)/iu

/** The words for the role alone: "the head of the team" is "head of the team". */
const tidy = (role: string): string | null => {
  const bare = (role.split(NEXT_PERSON)[0] ?? '')
    .trim()
    .replace(ARTICLE, '')
    .replace(/^(?:person|one|name)\s(?:in charge|of)\s/i, '')
    .trim()
  return bare.length >= 3 ? bare.slice(0, 120) : null
}

/** "Deutsche Telekom is a member of FIRST" speaks of a body. */
const OF_A_BODY = /^members? of (?!(?:the |our )?(?:team|staff|[\w.-]*c(?:si)?rt))/i

const isOfTeam = (role: string): boolean => isRole(role) && !OF_A_BODY.test(role.replace(ARTICLE, '').trim())

/** "The team consists of Ada Q (head), Bran T and Cora V." */
const CONSISTS = new RegExp(
  `(?:consists? of|comprises?|(?:is|are) (?:composed|made up|formed) (?:of|by)|includes?|members (?:of the team )?are|gehören|besteht aus|setzt sich zusammen aus|(?:está )?(?:formado|compuesto|integrado|formada|composta|integrada) por|se compone de|(?:est )?(?:composée?|constituée?) de|fazem parte da equip[ea]|membros são|miembros son|membres sont|mitglieder sind)\\s?:?\\s(${nameSource}(?:\\s\\([^()]{2,60}\\))?(?:(?:,\\s?(?:and |y |et |und |e )?|\\s(?:and|y|et|und|e)\\s)${nameSource}(?:\\s\\([^()]{2,60}\\))?){0,20})`,
  'giu',
)

const listed = (names: string): readonly Person[] =>
  names.split(/,\s?(?:and |y |et |und |e )?|\s(?:and|y|et|und|e)\s/).flatMap((part) => {
    const [, name = '', role] = /^([^()]+?)\s?(?:\(([^()]+)\))?$/.exec(part.trim()) ?? []
    return isPerson(name) ? [{ name, role: role ?? null }] : []
  })

type Reader = (match: RegExpMatchArray) => readonly Person[]

const GENERAL =
  /^\s?(?:(?:the|other|further|die|los|les|os|weiteren?|otros|autres|outros)\s){0,2}(?:team )?(?:members|miembros|membres|mitglieder|membros)\b/i

const readers: readonly (readonly [RegExp, Reader])[] = [
  [CONSISTS, (m) => listed(m[1] ?? '')],
  [PROVIDED_BY, (m) => persons(m[2] ?? '', m[3] && isRole(m[3]) ? tidy(m[3]) : tidy(m[1] ?? ''))],
  [DEPUTY, (m) => persons(m[2] ?? '', tidy(m[1] ?? ''))],
  [ROLE_IS, (m) => (isRole(m[1] ?? '') ? persons(m[2] ?? '', GENERAL.test(m[1] ?? '') ? null : tidy(m[1] ?? '')) : [])],
  [IS_ROLE, (m) => (isOfTeam(m[2] ?? '') ? persons(m[1] ?? '', tidy(m[2] ?? '')) : [])],
  [WITH_AS, (m) => (isRole(m[2] ?? '') ? persons(m[1] ?? '', tidy(m[2] ?? '')) : [])],
  [IN_BRACKETS, (m) => (isRole(m[2] ?? '') ? persons(m[1] ?? '', tidy(m[2] ?? '')) : [])],
  [
    LED_BY,
    (m) =>
      persons(
        m[3] ?? '',
        tidy(
          [m[4] ?? '', ...split(m[3] ?? '')].find((part) => isRole(part) && !isPerson(part)) ??
            active(m[1] ?? m[2] ?? ''),
        ),
      ),
  ],
  [BY_LED, (m) => persons(m[1] ?? '', tidy(active(m[2] ?? '')))],
  [HELPED_BY, (m) => persons(m[1] ?? '', null)],
  [LEADS, (m) => persons(m[1] ?? '', tidy(`${m[2] ?? ''}${m[3] ?? ''}`))],
  [ROLE_APPOSITION, (m) => (isOfTeam(m[2] ?? '') ? persons(m[1] ?? '', tidy(m[2] ?? '')) : [])],
]

/** Longer sentences hold no list of people that a pattern could read. */
const MAX = 500
/** Without one of these words no pattern fits: most lines of a list have none. */
const CUE =
  /\b(?:is|are|was|will|led|headed|managed|directed|chaired|run|supervised|represented|leads?|heads?|manages?|directs?|chairs?|coordinat\w+|supervises?|represents?|deput\w+|provided|carried|consists?|comprises?|includes?|members|serves?|acts?|works?|with|es|son|está|dirig\w+|lidera\w*|encabeza\w*|actúa\w*|ejerce|formado|compuesto|integrado|compone|est|sont|géré|pilot\w+|anim\w+|coordon\w+|agit|composée?|constituée?|ist|sind|lautet|heißt|leit\w*|geleitet|geführt|koordiniert|vertr\w+|fungiert|gehören|besteht|setzt|stellvertr\w+|é|são|coorden\w+|chefia\w*|gerid\w+|atua|exerce|formada|composta|integra\w*|fazem|con|avec|mit|com|su|son|sa|seu|sua|sein\w?|ihr\w?|his|her|their)\b|\(/iu

export function peopleInSentence(sentence: string): readonly Person[] {
  const text = withoutHonours(sentence.slice(0, MAX))
  if (!CUE.test(text)) return []
  const found = readers.flatMap(([pattern, read]) => [...text.matchAll(pattern)].flatMap(read))
  return found
    .filter(({ name }, index) => found.findIndex((other) => other.name === name) === index)
    .toSorted((a, b) => text.indexOf(a.name) - text.indexOf(b.name))
}
