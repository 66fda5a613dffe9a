/** Reads one line or sentence of a list of people: "Name, role", "Role: Name; Name", "The head is Name", in five languages. */
import { isPerson, isRole, isTitleWord, nameSource, turnedRound, withoutHonours } from './person-names.ts'

export interface Person {
  readonly name: string
  readonly role: string | null
}

/** Ways to reach one person are not a name or role, and not the team's either. */
const CONTACT =
  /(?:[<(]\s?)?(?:mailto:)?[\w.+%-]{1,64}\s?(?:@|\[at\]|\(at\)|\[@\])\s?[\w.()[\]-]{3,80}(?:\s?[>)])?|https?:\/\/\S{1,500}|\(?\+\d[\d\s()./-]{6,20}\d|(?:0x)[0-9A-F]{8,40}|(?:[0-9A-F]{4}\s{1,2}){9}[0-9A-F]{4}/gi
const CONTACT_LABEL =
  /[,;(|–-]?\s?(?:(?:e-?mail|mail|correo|courriel|tel(?:e(?:phone|fon[eo]?|fono))?|téléphone|teléfono|telefone|phone|mobile|mobil|móvil|fax|pgp|gpg|openpgp)(?:[- ](?:key|id|fingerprint|clave|schlüssel|clé|chave)){0,2}|key[- ]?id|fingerprint|ext(?:ension)?)\s?[.:]{0,2}\s?(?=[,;|)]|$)/gi

export const withoutContacts = (text: string): string =>
  text
    .replaceAll(CONTACT, '')
    .replaceAll(CONTACT_LABEL, '')
    .replaceAll(/\(\s{0,3}\)|<\s{0,3}>/g, '')
    .replaceAll(/(?:\s?[,;|–-])+\s{0,2}$/g, '')
    .replaceAll(/\s{2,}/g, ' ')
    .trim()

const tidyRole = (text: string): string | null => {
  const role = text
    .replace(/^[\s,;:(–—-]+/, '')
    .replace(/[\s,;:.–—-]+$/, '')
    .replace(/^(?:the|our|as|is|la|el|le|die|der|a|o)\s+(?=\p{Ll})/iu, '')
  const open = role.split('(').length - role.split(')').length
  const closed = open > 0 ? `${role})` : open < 0 ? role.replace(/\)$/, '') : role
  return closed.length >= 2 && /\p{L}{2}/u.test(closed) ? closed.slice(0, 160) : null
}

/** "Analysts: A, B" makes each of them an analyst. */
const single = (role: string, count: number): string =>
  count > 1 && /^\p{L}[\p{L} -]{2,40}\p{Ll}s$/u.test(role) && !/ss$|news$|operations$|systems$|services$/i.test(role)
    ? role.replace(/ies$/, 'y').replace(/s$/, '')
    : role

const AND = /\s?[,;]\s?(?:and |y |e |et |und |& )?|\s(?:and|y|e|et|und|&)\s/

/** A list that holds nothing but names; null where anything else stands in it. */
export function namesOnly(text: string): readonly string[] | null {
  const bare = text.trim().replace(/[.;,]$/, '')
  const plain = bare.split(AND).map((name) => name.trim())
  if (plain.length > 0 && plain.every(isPerson)) return plain
  const pairs = bare.split(/\s?;\s?|\s(?:and|y|et|und)\s(?=\p{Lu}[^,]{1,40}, \p{Lu})/u).map(turnedRound)
  return pairs.every((name) => name !== null) ? pairs : null
}

/** "Members: A, B" says nothing of what they do. */
const GENERAL =
  /^(?:(?:(?:other|further|core|current|the|additional) )?(?:[\w.-]*(?:team|csirt|cert|cirt|soc)[\w.-]* )?(?:members?|staff|personnel)(?: of (?:the )?[\w.-]+)?|(?:the )?team|miembros?(?: del equipo)?|integrantes|otros miembros|autres membres|membres?(?: de l['’]équipe)?|(?:weitere )?mitglieder|membros?(?: da equip[ea])?|outros membros|elementos|names?|nombres|noms|namen|nomes|equipo|équipe|equip[ea]|personal|mitarbeiter)$/i
export const isGeneral = (label: string): boolean => GENERAL.test(label.trim().replace(/\s?:$/, ''))

/** Names at the start of a text that goes on with other words: "Gesine Uhlenflucht Weitere Mitarbeiter werden …". */
function leadingNames(text: string): readonly string[] {
  const words = text.split(' ')
  const end = words.findIndex((word, index) => index > 1 && isTitleWord(word.replace(/[.,;]$/, '')))
  return end > 1 ? (namesOnly(words.slice(0, end).join(' ')) ?? []) : []
}

const LABELLED = /^([^:|]{2,80}?)\s?(?::|\s[–—|-]\s|\|)\s?(.{3,600})$/u
const ROLE_IN_BRACKETS = new RegExp(
  String.raw`^(${nameSource}|[^,()]{2,40}, [^,()]{2,40})\s?\(([^()]{2,120}(?:\([^()]{1,60}\)[^()]{0,40})?)\)\.?$`,
  'u',
)
const NAME_FIRST = new RegExp(`^(${nameSource})(?:\\s?[,:;|]\\s?|\\s[–—-]\\s)(.{2,200})$`, 'u')
const TURNED_FIRST = /^(\p{Lu}[^,()|:;]{1,40}, \p{Lu}[^,()|:;]{1,40}?)(?:\s?[,:;|]\s?|\s[–—-]\s)(.{2,160})$/u

const asPerson = (text: string): string | null => (isPerson(text) ? text : turnedRound(text))

function labelled(text: string): readonly Person[] {
  const found = LABELLED.exec(text)
  const [label, rest] = [found?.[1]?.trim() ?? '', found?.[2] ?? '']
  if (!found || asPerson(label)) return []
  const whole = namesOnly(rest)
  const names = whole ?? (isRole(label) ? leadingNames(rest) : [])
  if (names.length > 0) {
    const role = isGeneral(label) ? null : tidyRole(single(label, names.length))
    return names.map((name) => ({ name, role }))
  }
  // "Team: Ada Q (head), Bran T (deputy)": the brackets say more than the label.
  const many = rest.split(/(?<=\))\s?[,;]\s?(?:and )?|\s?;\s?/).map((part) => bracketed(part.trim()))
  return many.every(({ length }) => length === 1) ? many.flat() : []
}

function bracketed(text: string): readonly Person[] {
  const found = ROLE_IN_BRACKETS.exec(text)
  const name = asPerson(found?.[1]?.trim() ?? '')
  return found && name ? [{ name, role: tidyRole(found[2] ?? '') }] : []
}

function nameFirst(text: string, alone: boolean): readonly Person[] {
  // "Ada Q and Bran T, analysts"
  const comma = text.lastIndexOf(', ')
  const names = comma > 0 && isRole(text.slice(comma)) ? namesOnly(text.slice(0, comma)) : null
  if (names && names.length > 1) {
    const role = tidyRole(single(text.slice(comma + 2).replace(/\.$/, ''), names.length))
    return names.map((name) => ({ name, role }))
  }
  for (const pattern of [TURNED_FIRST, NAME_FIRST]) {
    const found = pattern.exec(text)
    const name = asPerson(found?.[1] ?? '')
    const role = tidyRole((found?.[2] ?? '').split(/(?<=\p{L}{3})\.\s/u)[0] ?? '')
    if (name && role && (isRole(role) || (alone && !namesOnly(found?.[2] ?? '')))) return [{ name, role }]
  }
  return []
}

/** Columns that lost their lines: "Ada Quillfeather Head of the team". */
function glued(text: string): readonly Person[] {
  const found = new RegExp(`^(${nameSource}?)\\s(\\p{Lu}.{2,100})$`, 'u').exec(text)
  const [name, role] = [found?.[1] ?? '', found?.[2] ?? '']
  return isPerson(name) && isRole(role.split(' ')[0] ?? '') ? [{ name, role }] : []
}

/** One clause of a list: several people only under one label. */
export function peopleInClause(text: string, alone: boolean): readonly Person[] {
  for (const read of [labelled, bracketed, (one: string) => nameFirst(one, alone), glued]) {
    const people = read(text)
    if (people.length > 0) return people
  }
  return []
}

/** Semicolons; commas and "and" behind brackets; a comma before the next name that has a dash or brackets. */
const CLAUSES = new RegExp(
  `\\s?;\\s?(?:and )?|(?<=\\))\\s?,\\s?(?:and )?|(?<=\\))\\s(?:and|y|et|und|e)\\s|,\\s(?:and )?(?=${nameSource}\\s?(?:\\s[–—-]\\s|\\())`,
  'u',
)

/** One line of a list. Clauses parted by semicolons, or names with brackets parted by commas, are people of their own. */
export function peopleInLine(line: string, alone: boolean): readonly Person[] {
  const text = withoutContacts(withoutHonours(line))
  const whole = peopleInClause(text, alone)
  const clauses = text.split(CLAUSES).filter((part) => part !== '')
  const parts = clauses.length > 1 ? clauses.map((part) => peopleInClause(part.trim(), true)) : []
  const several = clauses.flatMap((part, index) => {
    const people = parts[index] ?? []
    return people.length > 0 || parts.flat().length === 0
      ? people
      : (namesOnly(part.replace(/^and /, '')) ?? []).map((name) => ({ name, role: null }))
  })
  return several.length > whole.length ? several : whole
}
