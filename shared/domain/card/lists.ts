/** Finds the lists of a part, numbered, lettered, bulleted or inside a sentence, with the words that lead into each and follow it. */
import { isFull, widthOf } from './flow.ts'
import type { Piece } from './pieces.ts'

export interface Item {
  readonly text: string
  readonly line: number
}

export interface List {
  readonly lead: string
  readonly items: readonly Item[]
  readonly after: string
  /** The items carry ranks: "Priority 1", "1.", "a)", "I."; bullets do not. */
  readonly ranked: boolean
  /** "Priority 1": the items say themselves that they are ranked. */
  readonly named: boolean
}

const NAMED_RANK =
  /^(?:(?:priority|prio\.?|prioridad|priorité|priorität|prioridade|rank|rang)\s?\d{1,2}\b|p\d{1,2}(?:\s?[:.)]|\s[–—-])\s|(?:severity|level|category|class|tier|severidad|nivel|categoría|gravité|niveau|catégorie|schweregrad|stufe|kategorie|klasse|nível|categoria) (?:1|i|a)\s?(?:\([^()]{1,40}\)\s?)?[:.–—-])/i

const RANK_WORD = String.raw`(?:priority|prio\.?|rank|level|class|category|severity|tier|prioridad|nivel|categoría|clase|priorité|niveau|catégorie|classe|priorität|stufe|klasse|kategorie|rang|prioridade|nível|categoria)`
const MARKED = new RegExp(
  String.raw`^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)/º°ª]\)?\s+|\d{1,2}\s?\.?[-–]\s+|\d{1,2}:\s|\(?\d{1,2}\s?[–—-]\s+|\(\d{1,2}\)\s*|[PS]\d{1,2}(?:\s?[:.)]|\s[–—-])\s+|${RANK_WORD} (?:\d{1,2}|[A-H]|[IVX]{1,4})\s?(?:\([^()]{1,40}\))?\s?[:.)–—-]{1,2}\s*)(?=\S)`,
  'i',
)

const bare = (text: string): string =>
  text
    .replace(MARKED, '')
    .replace(/\u00ad$/, '')
    .trim()
const isItem = ({ bullet, text }: Piece): boolean => text !== '' && (bullet || MARKED.test(text))

interface Open {
  lead: string
  items: Item[]
  after: string
  ranked: boolean
  named: boolean
}

const MAX_LISTS = 40
const MAX_ITEMS = 60
const JOINED = 2000

/** The length from which a line was broken by the width of the page. */
const FULL_LINE = 55

/** A wrapped item goes on in small letters, or after a full line that ends no sentence; after a gap only in the middle of a sentence. */
function goesOn(item: Item, lastLine: number, gap: boolean, text: string, width: number): boolean {
  const unfinished = /[\p{L}\d,(-]$/u.test(item.text)
  if (gap) return item.text.length >= 40 && unfinished && /^[\p{Ll}(]/u.test(text)
  if (/^(?:in|by|nach|en|por|par|dans|nesta) (?:that|this|dieser|ese|este|cet|essa|esta) /i.test(text)) return false
  return (
    /^[\p{Ll}(\d]/u.test(text) ||
    item.text.endsWith('\u00ad') ||
    (lastLine >= FULL_LINE && unfinished && isFull(lastLine, text, width))
  )
}

/** Lists of lines. A blank line or the end of a page ends no list; a paragraph of its own does. */
function listsOfLines(pieces: readonly Piece[]): readonly List[] {
  const lists: Open[] = []
  let open: Open | null = null
  let lead = ''
  let gap = false
  let lastLine = 0
  const width = widthOf(pieces)
  for (const piece of pieces) {
    if (lists.length >= MAX_LISTS) break
    if (piece.text === '') {
      gap = true
      continue
    }
    const last: Item | undefined = open?.items.at(-1)
    if (isItem(piece) && (open?.items.length ?? 0) < MAX_ITEMS) {
      if (!open) {
        open = {
          lead,
          items: [],
          after: '',
          ranked: !piece.bullet || MARKED.test(piece.text),
          named: NAMED_RANK.test(piece.text),
        }
        lists.push(open)
      }
      open.items.push({ text: bare(piece.text), line: piece.line })
    } else if (open && last && last.text.length < JOINED && goesOn(last, lastLine, gap, piece.text, width)) {
      open.items[open.items.length - 1] = { ...last, text: `${last.text.replace(/\u00ad$/, '')} ${piece.text}` }
    } else {
      if (open) open.after = piece.text
      lead = open || (gap && !/[,;:]$/.test(lead)) || lead.length > JOINED ? piece.text : `${lead} ${piece.text}`
      open = null
    }
    gap = false
    lastLine = piece.text.length
  }
  return lists
}

interface Marks {
  readonly ranked: boolean
  /** The mark of item n (from 0) as it stands inside a sentence. */
  readonly mark: (n: number) => RegExp
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const letter = (n: number): string => String.fromCharCode(97 + (n % 26))
const MARKS: readonly Marks[] = [
  { ranked: true, mark: (n) => new RegExp(String.raw`(?<=^|[\s(;,:])\(?${n + 1}[.)]\)?\s{1,3}(?=\S)`, 'i') },
  { ranked: true, mark: (n) => new RegExp(String.raw`(?<=^|[\s;,:])\(?${letter(n)}\)\s{1,3}(?=\S)`, 'i') },
  {
    ranked: true,
    mark: (n) => new RegExp(String.raw`(?<=^|[\s;,:])\(?${ROMAN[n] ?? 'none'}[.)]\)?\s{1,3}(?=\S)`, 'i'),
  },
  {
    ranked: true,
    mark: (n) =>
      new RegExp(String.raw`(?<=^|[\s;,:])${RANK_WORD} ${n + 1}\s?(?:\([^()]{1,40}\))?\s?[:.)–—-]{1,2}\s*(?=\S)`, 'i'),
  },
  { ranked: true, mark: (n) => new RegExp(String.raw`(?<=^|[\s;,:])P${n + 1}(?:\s?[:.)]|\s[–—-])\s+(?=\S)`) },
  { ranked: false, mark: () => /(?<=^|[\s;,:.])[•*–-]\s{1,3}(?=["“(]?\p{L})/u },
]

/** The last item of a list in running text ends with its sentence. */
const SENTENCE_END = /(?<=[\p{L}\d)]{2})[.!?](?=\s+["“(]?\p{Lu}|\s*$)/u

/** A sentence: a capital letter and two words in small ones, after a small letter. */
const STARTS = /(?<=[\p{Ll}\d)])\s(?=\p{Lu}[\p{Ll}’']*\s\p{Ll}+\s[\p{Ll}\d]+)|\s(?=(?:Page|Seite|Página)\s\d)/u

/** Items without full stops do not show where the last one ends; the next sentence does, by its first word. */
function withoutNextSentence(text: string, others: readonly string[]): string {
  const longest = Math.max(...others.map(({ length }) => length), 20)
  const unpunctuated = others.every((one) => !/[.!?]$/.test(one.trim()))
  return unpunctuated && text.length > longest * 1.3 ? (text.split(STARTS)[0] ?? text) : text
}

function itemsAfter(text: string, { mark }: Marks): readonly { readonly text: string; readonly at: number }[] {
  const items: { text: string; at: number }[] = []
  let at = 0
  for (let n = 0; n < MAX_ITEMS; n++) {
    const found = mark(n).exec(text.slice(at, at + JOINED))
    const from = at + (found?.index ?? 0) + (found?.[0].length ?? 0)
    const last = items.at(-1)
    if (!found) break
    if (last) last.text = text.slice(last.at, at + found.index)
    items.push({ text: '', at: from })
    at = from
  }
  const last = items.at(-1)
  if (last) {
    const rest = text.slice(last.at, last.at + JOINED)
    const end = SENTENCE_END.exec(rest)?.index
    last.text = rest.slice(0, end === undefined ? undefined : end + 1)
  }
  if (last)
    last.text = withoutNextSentence(
      last.text,
      items.slice(0, -1).map(({ text: one }) => one),
    )
  return items.map((item) => ({
    at: item.at,
    text: item.text
      .trim()
      .replace(/(?:[;,]|[;,]\s(?:and|or|y|e|et|und|ou|oder))$/, '')
      .trim(),
  }))
}

/** Lists inside running text: "in this order: (a) life; (b) data". */
function listInText({ text, line }: Piece): List | null {
  for (const marks of MARKS) {
    const first = marks.mark(0).exec(text)
    if (!first) continue
    const items = itemsAfter(text.slice(first.index), marks)
    if (items.length < 2 || items.some((item) => item.text === '' || item.text.length > 400)) continue
    const end = first.index + (items.at(-1)?.at ?? 0) + (items.at(-1)?.text.length ?? 0)
    return {
      lead: text.slice(Math.max(0, first.index - 300), first.index),
      items: items.map((item) => ({ text: item.text, line })),
      after: text.slice(end, end + 200).replace(/^[\s.;]+/, ''),
      ranked: marks.ranked,
      named: NAMED_RANK.test(text.slice(first.index).trimStart()),
    }
  }
  return null
}

const LONG = 40
const MAX_TEXTS = 200

/** All lists of a part. Those of lines come first; wrapped paragraphs are looked through as a whole. */
export function listsIn(pieces: readonly Piece[]): readonly List[] {
  const some = pieces.slice(0, 4000)
  const paragraphs: Piece[] = []
  for (const piece of some) {
    const last = paragraphs.at(-1)
    // A wrapped line may begin with "(iv)": only the first mark, or a bullet, begins a list of lines.
    const inside =
      last && !last.bullet && !piece.bullet && !isItem(last) && !/^\(?(?:1|a|i)\s?[.):–-]/i.test(piece.text)
    const joins =
      last && last.text !== '' && piece.text !== '' && (!isItem(piece) || inside) && last.text.length < JOINED
    if (joins) paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
    else paragraphs.push(piece)
  }
  const inText = paragraphs
    .filter(({ text }) => text.length > LONG)
    .slice(0, MAX_TEXTS)
    .flatMap((piece) => listInText({ ...piece, text: piece.text.slice(0, 20_000) }) ?? [])
  return [...listsOfLines(some), ...inText].filter(({ items }) => items.length > 1)
}
