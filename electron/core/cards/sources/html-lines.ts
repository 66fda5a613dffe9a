/** Collects the visible words of a web page in lines, as a browser would lay them out on a very wide window. */

/** Between two cells, until their row is whole; of Unicode's private use area, and taken out of what the page itself says. */
const CELL = '\ue000'
const TO_DROP = /[\u00ad\u200b\ue000]/g

/** Pieces are put together once a line is whole: a line may come in a million of them. */
export class PageLines {
  readonly #lines: string[] = []
  #pieces: string[] = []
  /** What a heading or list item begins with; alone it makes no line. */
  #mark = ''
  #blank = true
  #endsBlank = true
  #row = { cells: 0, heads: 0 }
  /** The rows of this table stand below a row of titles. */
  #titled = false
  #link: { readonly line: number; readonly words: string[] } | null = null

  /** 1-based, of the line that is being written. */
  get current(): number {
    return this.#lines.length + 1
  }

  text(): string {
    this.break()
    return this.#lines.join('\n').trimEnd()
  }

  /** Words as they flow: any blanks and newlines are one blank. */
  words(text: string): void {
    const plain = text
      .replaceAll(TO_DROP, '')
      .replaceAll(/[\u2010\u2011]/g, '-')
      .replaceAll(/[ \t\r\n\f]+/g, ' ')
    this.#add(this.#endsBlank && plain.startsWith(' ') ? plain.slice(1) : plain)
  }

  /** Preformatted text: its lines are lines. */
  preformatted(text: string): void {
    const [first = '', ...rest] = text.replaceAll(TO_DROP, '').split(/\r\n|\n|\r/)
    this.#add(first)
    for (const line of rest) {
      this.#lines.push(this.#take())
      this.#add(line)
    }
  }

  mark(text: string): void {
    this.#mark = text
  }

  break(): void {
    if (!this.#blank) this.#lines.push(...this.#take().split('\n'))
    this.#clear()
  }

  /** An empty line before what comes, unless there is one. */
  paragraph(): void {
    this.break()
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }

  table(): void {
    this.endRow()
    this.#titled = false
  }

  cell(isHead: boolean): void {
    this.#row = { cells: this.#row.cells + 1, heads: this.#row.heads + Number(isHead) }
    if (!this.#blank) this.#add(CELL)
    this.#endsBlank = true
  }

  endRow(): void {
    this.break()
    const { cells, heads } = this.#row
    this.#row = { cells: 0, heads: 0 }
    if (cells > 1 && heads === cells) this.#titled = true
  }

  startLink(): void {
    this.#link = { line: this.current, words: [] }
  }

  /** @returns the words of the link; null where it goes over several lines. */
  endLink(): string | null {
    const link = this.#link
    this.#link = null
    return link?.line === this.current ? link.words.join('') : null
  }

  #add(text: string): void {
    if (text === '') return
    this.#pieces.push(text)
    this.#link?.words.push(text)
    this.#endsBlank = /\s/.test(text.charAt(text.length - 1))
    if (text.trim() !== '') this.#blank = false
  }

  /** A row of two is a label and what it labels, each on a line; below a row of titles, and with more cells, it is data on one line. */
  #take(): string {
    const cells = `${this.#mark}${this.#pieces.join('')}`.split(CELL)
    const isLabel = cells.length === 2 && this.#row.cells === 2 && this.#row.heads < 2 && !this.#titled
    const line =
      cells.length === 1
        ? (cells[0] ?? '').trimEnd()
        : cells
            .map((cell) => cell.trim())
            .join(isLabel ? '\n' : '\t')
            .trimEnd()
    this.#clear()
    return line
  }

  #clear(): void {
    this.#pieces = []
    this.#mark = ''
    this.#blank = true
    this.#endsBlank = true
  }
}
