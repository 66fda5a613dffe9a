/** Sets the parts of a document as plain text: numbered headings, indented paragraphs, lists, and armour as it is. */
import { plainLine } from './plain-text.ts'
import { WIDTH, wrapped } from './wrap.ts'

export type Block =
  /** A value that stays on one line, whatever its length. */
  | { readonly value: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[]; readonly ranked: boolean }
  /** ASCII armour: an indented line of it would be no armour. */
  | { readonly armor: string }

export interface Part {
  readonly number: string
  readonly title: string
  readonly body: readonly Block[]
}

const INDENT = '   '

function listLines(items: readonly string[], ranked: boolean): readonly string[] {
  return items.flatMap((item, index) => {
    const mark = ranked ? `${index + 1}. `.padEnd(4) : '- '
    const [first = '', ...rest] = wrapped(plainLine(item), WIDTH - INDENT.length - mark.length)
    return [INDENT + mark + first, ...rest.map((line) => INDENT + ' '.repeat(mark.length) + line)]
  })
}

function blockLines(block: Block): readonly string[] {
  if ('value' in block) return [INDENT + plainLine(block.value)]
  if ('paragraph' in block)
    return wrapped(plainLine(block.paragraph), WIDTH - INDENT.length).map((line) => INDENT + line)
  if ('list' in block) return listLines(block.list, block.ranked)
  return block.armor
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
}

/** Values stand close together; everything else has a blank line before it. */
function bodyLines(body: readonly Block[]): readonly string[] {
  return body.flatMap((block, index) => {
    const before = body[index - 1]
    const close = before === undefined || ('value' in block && ('value' in before || 'paragraph' in before))
    return [...(close ? [] : ['']), ...blockLines(block)]
  })
}

function partLines({ number, title, body }: Part): readonly string[] {
  const heading = number.includes('.') ? `${number} ${title}` : `${number}. ${title}`
  return ['', ...(number.includes('.') ? [] : ['']), heading, ...(body.length > 0 ? ['', ...bodyLines(body)] : [])]
}

/** LF line ends and one at the end: what signs the text brings its own. */
export const layOut = (title: string, parts: readonly Part[]): string =>
  `${[plainLine(title), ...parts.flatMap(partLines)].join('\n')}\n`
