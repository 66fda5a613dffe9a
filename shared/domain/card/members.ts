/** Reads the people whom a document names, with the role that it gives them; titles, teams and places are no people. */
import type { CardReading } from './card-reading.ts'
import { isGeneral, namesOnly, peopleInLine, withoutContacts, type Person } from './member-lines.ts'
import { peopleInSentence } from './member-prose.ts'
import { isPerson, isRole, isTitleWord, turnedRound, withoutHonours } from './person-names.ts'
import type { Piece } from './pieces.ts'
import { sectionsOf, type Section } from './sections.ts'

type Member = CardReading['members'][number]

interface Line {
  readonly text: string
  readonly line: number
  readonly bullet: boolean
  readonly cells: readonly string[] | null
}

const SENTENCES = /(?<=[\p{Ll}\d)]{2}[.!?])(?<!\b(?:Stv|stv|stellv|bzw|inkl|resp|Dipl|Abt|Dep)\.)\s+(?=["“(]?\p{Lu})/u
/** "Team leader: Brannigan, Oona Deputy: Tuckamore, Silas": a label begins where the words of a name end. */
function labelStarts(text: string): readonly number[] {
  return [...text.matchAll(/(?<=^|\s)((?:\p{L}[\p{L}'’-]{1,24} ){0,3})(\p{L}[\p{L}'’-]{1,24})\s?:\s/gu)].flatMap(
    (match) => {
      const words = match[1]?.split(' ').filter((word) => word !== '') ?? []
      const names = words.findLastIndex((word) => /^\p{Lu}/u.test(word) && !isTitleWord(word))
      const before = words.slice(0, names + 1).join(' ')
      return isRole(match[0]) ? [match.index + (before === '' ? 0 : before.length + 1)] : []
    },
  )
}

/** "Director: Ada Q / Deputy: Bran T". */
const BETWEEN_LABELS = /\s[/|•·]\s(?=\p{Lu}[^:/|]{2,60}:\s)/u

/** A capital word and the small ones behind it: "Apoio jurídico:". */
const anyLabelStarts = (text: string): readonly number[] =>
  [...text.matchAll(/(?<=^|\s)\p{Lu}[\p{L}'’-]{1,24}(?: \p{Ll}[\p{L}-]{0,24}){0,3}\s?:\s/gu)].map(({ index }) => index)

const cutAt = (text: string, starts: readonly number[]): readonly string[] =>
  [0, ...starts.filter((start) => start > 0)].map((start, index, all) =>
    text.slice(start, all[index + 1] ?? text.length),
  )

/** By the labels that name roles; by any labels where that leaves nothing but people. */
function labelledParts(text: string): readonly string[] {
  if (text.split(': ').length < 3 || text.length > 3000) return [text]
  const any = cutAt(text, anyLabelStarts(text))
  const named = any.filter((part) => part.trim() !== '')
  return named.length > 1 && named.every((part) => peopleInLine(part.trim(), false).length > 0)
    ? named
    : cutAt(text, labelStarts(text))
}

const splitLine = (line: Line): readonly Line[] =>
  line.cells
    ? [line]
    : line.text
        .split(SENTENCES)
        .flatMap((sentence) => sentence.split(BETWEEN_LABELS))
        .flatMap(labelledParts)
        .map((part) => ({ ...line, text: part.trim() }))

/** A wrapped line goes on in small letters, or after a word that cannot end one; everything else is a line of its own. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = []
  let gap = true
  for (const piece of pieces) {
    const last = lines.at(-1)
    const goesOn =
      last &&
      !gap &&
      !piece.bullet &&
      !piece.cells &&
      !/^[^:.]{2,40}:\s/.test(piece.text) &&
      (/^[\p{Ll}(]/u.test(piece.text) ||
        /(?:[,]|\s(?:of|and|the|by|is|de|del|der|des|du|von|por|par|y|et|und|e|for|für|para|pour))$/u.test(last.text) ||
        (last.text.length >= 55 &&
          !/[.:;)]$/.test(last.text) &&
          !isPerson(piece.text.split(/[,(:–]/)[0]?.trim() ?? '')))
    if (piece.text === '') gap = true
    else {
      if (goesOn) lines[lines.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
      else lines.push({ text: piece.text, line: piece.line, bullet: piece.bullet, cells: piece.cells })
      gap = false
    }
  }
  // Forms of address end in a full stop, which is no end of a sentence.
  const shouted = lines.length > 1 && lines.every(({ text }) => !/\p{Ll}{2}/u.test(text))
  return (shouted ? lines.map(inSmallLetters) : lines)
    .map((line) => ({ ...line, text: withoutHonours(line.text) }))
    .flatMap(splitLine)
}

const NAME_COLUMN =
  /^(?:(?:full )?names?|nombre(?: y apellidos)?|noms?(?: et prénom)?|nome|person|persona|personne|member|miembro|membre|mitglied|membro|vor- und nachname)$/i
const ROLE_COLUMN =
  /^(?:roles?|functions?|position|title|job title|rol|función|cargo|puesto|rôle|fonction|poste|rolle|funktion|aufgabe|position|função|papel|responsibilit\w{1,4})$/i
const NAME_LABEL = /^(?:(?:full )?name|nombre|nom|nome)\s?[:=]\s?(.{3,80})$/i
const ROLE_LABEL =
  /^(?:role|function|position|title|job title|rol|función|cargo|puesto|rôle|fonction|poste|rolle|funktion|função|papel)\s?[:=]\s?(.{2,120})$/i

interface Columns {
  readonly name: number
  readonly role: number
}

function columnsIn({ cells, text }: Line): Columns | null {
  const parts = (cells ?? text.split(/\s?[,;:/|]\s/)).map((cell) => cell.trim())
  const name = parts.findIndex((cell) => NAME_COLUMN.test(cell))
  const role = parts.findIndex((cell) => ROLE_COLUMN.test(cell))
  return name >= 0 && parts.length > 1 && (role >= 0 || parts.length > 2) ? { name, role } : null
}

const personIn = (text: string): string | null => {
  const bare = withoutContacts(withoutHonours(text))
  return isPerson(bare) ? bare : turnedRound(bare)
}

/** Two cells, one of them a name: the other says what that person does. */
const isBesideName = (cell: string, cells: readonly string[]): boolean =>
  cells.length === 2 && cell.length <= 80 && /\p{L}{3}/u.test(cell) && !/[@\d]/.test(cell)

/** A row of a table: the cell under "Name", else the first one that is a name, and the one under "Role", else one that speaks of one. */
function rowMember(cells: readonly string[], columns: Columns | null): Person | null {
  const name = columns ? personIn(cells[columns.name] ?? '') : (cells.map(personIn).find((one) => one !== null) ?? null)
  if (!name) return null
  const role =
    columns && columns.role >= 0
      ? (cells[columns.role] ?? null)
      : (cells.find((cell) => personIn(cell) === null && (isRole(cell) || isBesideName(cell, cells))) ?? null)
  return { name, role: role === '' || role === '–' || role === '-' ? null : role }
}

interface State {
  readonly members: readonly Member[]
  /** A line "Analysts:" names the role of those below it. */
  readonly heading: string | null
  /** A role on a line of its own: of the name before it, else of the one after it. */
  readonly pending: string | null
  readonly columns: Columns | null
}

const withRole = (state: State, role: string): State => {
  const last = state.members.at(-1)
  return last && last.role === null
    ? { ...state, members: [...state.members.slice(0, -1), { ...last, role }] }
    : { ...state, pending: role }
}

const add = (state: State, people: readonly Person[], line: number): State => ({
  ...state,
  pending: null,
  members: [...state.members, ...people.map((person) => ({ ...person, line }))],
})

function labelledLine(state: State, { text, line }: Line): State | null {
  const name = personIn(NAME_LABEL.exec(text)?.[1] ?? '')
  if (name) return add(state, [{ name, role: null }], line)
  const role = ROLE_LABEL.exec(text)?.[1]
  return role ? withRole(state, role) : null
}

/** One step of reading down the list. */
function step(state: State, line: Line): State {
  const text = line.text.slice(0, 1000)
  const columns = columnsIn(line)
  if (columns) return { ...state, columns }
  const member = line.cells ? rowMember(line.cells, state.columns) : null
  if (member) return add(state, [member], line.line)
  if (line.cells && line.cells.length > 2) return state
  const labelled = labelledLine(state, line)
  if (labelled) return labelled
  const bare = withoutContacts(withoutHonours(text))
  const names = namesOnly(bare)
  if (names)
    return add(
      state,
      names.map((name) => ({ name, role: state.pending ?? state.heading })),
      line.line,
    )
  const listed = peopleInLine(text, line.bullet || text.length <= 120)
  const told = listed.length > 1 ? [] : peopleInSentence(withoutContacts(text))
  if (listed.length > 0 || told.length > 0) return add(state, told.length > listed.length ? told : listed, line.line)
  if (bare.endsWith(':') && bare.length <= 60)
    return { ...state, heading: isRole(bare) && !isGeneral(bare) ? bare.replace(/\s?:$/, '') : null }
  return isRole(bare) && bare.length <= 80 && !/[.]$/.test(bare) ? withRole(state, bare) : state
}

/** A document in capitals names its people in capitals too. */
const inSmallLetters = (line: Line): Line =>
  /\p{Ll}/u.test(line.text) || !/\p{Lu}{3}/u.test(line.text)
    ? line
    : { ...line, text: capitalised(line.text), cells: line.cells?.map(capitalised) ?? null }
const capitalised = (text: string): string =>
  text.replaceAll(/\p{Lu}{3,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())

/** Words of the names of team, host and constituency: "Deutsche Telekom" is written like a person. */
function bodies(sections: readonly Section[]): string {
  return sectionsOf(sections, '2.1', '2.2', '3.2')
    .map(({ flow }) => flow.text.slice(0, 3000))
    .join('\n')
}

const MAX_MEMBERS = 100
/** The longest known list of members has 60 lines. */
const MAX_LINES = 250

export function readMembers(sections: readonly Section[]): readonly Member[] {
  const parts = sectionsOf(sections, '2.9')
  if (parts.length === 0) return []
  const others = bodies(sections)
  const members = parts.flatMap(
    ({ pieces }) =>
      linesOf(pieces.slice(0, MAX_LINES))
        .slice(0, MAX_LINES)
        .reduce(step, { members: [], heading: null, pending: null, columns: null }).members,
  )
  return (
    members
      .filter(({ name }) => !others.includes(name))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
      // Listed first, and told of later.
      .map((one) => ({
        ...one,
        role: one.role ?? members.find(({ name, role }) => name === one.name && role)?.role ?? null,
      }))
      .slice(0, MAX_MEMBERS)
  )
}
