/** Writes down what a visitor of a web page reads: its visible words in lines, with headings, lists, tables and the addresses behind links. */
import { saying } from '../../../../shared/words/say.ts'
import { htmlTokens, type HtmlToken } from './html-tokens.ts'
import { PageLines } from './html-lines.ts'
import { decodeCloudflare, linkWords } from './html-links.ts'
import { note, type SourceFinding } from './source-reading.ts'

type Open = Extract<HtmlToken, { kind: 'open' }>

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const UNSEEN = new Set(
  'head script style template svg math iframe object canvas audio video map datalist select option nav dialog noembed noframes'.split(
    ' ',
  ),
)
const PARAGRAPH = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote hr section article address fieldset form'.split(' '),
)
const BLOCK = new Set([
  ...PARAGRAPH,
  ...'html body div main header footer aside figure figcaption details summary li dt dd tr caption thead tbody tfoot legend center title'.split(
    ' ',
  ),
])
/** Elements that end by themselves where one of the others begins, up to the element in brackets (HTML, 13.1.2.4). */
const IMPLIED: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  tr: { ends: ['tr', 'td', 'th'], within: ['table'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
}
const MAX_FINDINGS = 100
const MAX_LINK_WORDS = 2000
const MAX_LOOK_BACK = 200

interface Element {
  readonly name: string
  readonly pre: boolean
  /** Its content counts as hidden from visitors, where it is hidden. */
  counts: boolean
  /** The number of the next item; null in lists without numbers. */
  next: number | null
}

class Page {
  readonly #findings: SourceFinding[] = []
  readonly #lines = new PageLines()
  #open: Element[] = []
  #hiddenFrom: number | null = null
  #hiddenWords = false
  #passages = 0
  #href = ''
  #title = ''
  #hasHeading = false
  #armour = false

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#text(token.text)
    else if (token.kind === 'open') this.#begin(token)
    else this.#end(token.name)
  }

  result(): { readonly text: string; readonly findings: readonly SourceFinding[] } {
    this.#endHidden(0)
    const title = this.#hasHeading || this.#title === '' ? [] : [this.#title, '']
    const findings = this.#findings
      .slice(0, MAX_FINDINGS)
      .map((one) => ({ ...one, line: (one.line ?? 0) + title.length }))
    const hidden =
      this.#passages === 0 ? [] : [note('info', null, saying('html-hidden-text', { count: this.#passages }))]
    return { text: [...title, this.#lines.text()].join('\n'), findings: [...findings, ...hidden] }
  }

  #begin(tag: Open): void {
    const { name } = tag
    this.#closeImplied(name)
    const parent = this.#open.at(-1)
    const hidden = UNSEEN.has(name) || isHidden(tag)
    if (!VOID.has(name)) {
      const next = name === 'ol' ? Number.parseInt(tag.attribute('start') ?? '1', 10) || 1 : null
      const pre = name === 'pre' || name === 'textarea' || parent?.pre === true
      this.#open.push({ name, pre, counts: !UNSEEN.has(name), next })
      if (hidden) this.#hiddenFrom ??= this.#open.length - 1
    }
    if (this.#hiddenFrom !== null || hidden) return
    this.#show(tag)
  }

  #show(tag: Open): void {
    const { name } = tag
    if (name === 'br') this.#lines.break()
    if (BLOCK.has(name)) this.#block(name)
    if (name === 'table') this.#lines.table()
    if (/^h[1-6]$/.test(name)) {
      this.#lines.mark(`${'#'.repeat(Number(name[1]))} `)
      this.#hasHeading = true
    }
    if (name === 'li') this.#lines.mark(this.#bullet(tag))
    if (name === 'td' || name === 'th') this.#lines.cell(name === 'th')
    if (name === 'img') this.#image(tag.attribute('alt') ?? '')
    const scrambled = tag.attribute('data-cfemail')
    if (scrambled !== null) this.#decoded(scrambled)
    if (name === 'a') {
      this.#href = tag.attribute('href') ?? ''
      this.#lines.startLink()
    }
  }

  #bullet(tag: Open): string {
    const list = this.#open[this.#lastOpen(['ol', 'ul'])]
    if (!list || list.next === null) return '- '
    const number = Number.parseInt(tag.attribute('value') ?? '', 10) || list.next
    list.next = number + 1
    return `${number}. `
  }

  /** A picture that stands for an address says so in its alternative text. */
  #image(alt: string): void {
    if (/@|[[(]at[\])]/i.test(alt)) this.#lines.words(` ${alt} `)
  }

  /** Takes the place of the words inside, "[email protected]", which are passed over as hidden. */
  #decoded(hex: string): void {
    const address = decodeCloudflare(hex)
    if (address === null) return
    this.#lines.words(address)
    this.#findings.push(note('info', this.#lines.current, saying('html-address-decoded', { address })))
    const element = this.#open.at(-1)
    if (!element) return
    element.counts = false
    this.#hiddenFrom = this.#open.length - 1
  }

  #endLink(): void {
    const words = this.#lines.endLink()
    if (words === null || this.#hiddenFrom !== null) return
    const { append, differs } = linkWords(this.#href, words.slice(0, MAX_LINK_WORDS))
    if (differs !== null) {
      const shown = words.trim().slice(0, 200)
      this.#findings.push(note('warning', this.#lines.current, saying('html-link-differs', { shown, target: differs })))
    }
    this.#lines.words(append)
  }

  #end(name: string): void {
    if (name === 'a') this.#endLink()
    const at = this.#lastOpen([name])
    if (at >= 0) this.#close(at)
    if (this.#hiddenFrom === null && BLOCK.has(name)) this.#block(name)
  }

  /** Not further back than any real page nests, so that a million open elements cost nothing. -1 where there is none. */
  #lastOpen(names: readonly string[]): number {
    const from = Math.max(0, this.#open.length - MAX_LOOK_BACK)
    for (let at = this.#open.length - 1; at >= from; at -= 1) {
      if (names.includes(this.#open[at]?.name ?? '')) return at
    }
    return -1
  }

  #closeImplied(name: string): void {
    if (BLOCK.has(name) && this.#open.at(-1)?.name === 'p') this.#close(this.#open.length - 1)
    const rule = IMPLIED[name]
    if (!rule) return
    const within = this.#lastOpen(rule.within)
    for (let at = this.#lastOpen(rule.ends); at > within; at = this.#lastOpen(rule.ends)) this.#close(at)
  }

  #close(at: number): void {
    this.#open.length = at
    this.#endHidden(at)
  }

  #endHidden(at: number): void {
    if (this.#hiddenFrom === null || this.#hiddenFrom < at) return
    if (this.#hiddenWords) this.#passages += 1
    this.#hiddenFrom = null
    this.#hiddenWords = false
  }

  #text(text: string): void {
    const inside = this.#open.at(-1)
    if (this.#hiddenFrom !== null) {
      if (inside?.name === 'title' && this.#title === '')
        this.#title = text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
      if (this.#open[this.#hiddenFrom]?.counts && text.trim() !== '') this.#hiddenWords = true
      return
    }
    if (inside?.pre || this.#inArmour(text)) this.#lines.preformatted(text)
    else this.#lines.words(text)
  }

  /** Key blocks stand in paragraphs, too; a browser runs their lines together, and their source still has them. */
  #inArmour(text: string): boolean {
    const before = this.#armour
    if (text.includes('-----BEGIN PGP')) this.#armour = true
    if (text.lastIndexOf('-----END PGP') > text.lastIndexOf('-----BEGIN PGP')) this.#armour = false
    return before || this.#armour || text.includes('-----BEGIN PGP')
  }

  #block(name: string): void {
    if (name === 'tr') this.#lines.endRow()
    if (PARAGRAPH.has(name)) this.#lines.paragraph()
    else this.#lines.break()
  }
}

function isHidden({ name, attribute }: Open): boolean {
  if (attribute('hidden') !== null || (name === 'input' && attribute('type') === 'hidden')) return true
  const style = attribute('style')
  return (
    style !== null &&
    /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0(?![.\d])/i.test(style)
  )
}

/** @returns the text with one line a line of the page, and what was noticed, by lines of it. Never throws. */
export function htmlToText(html: string): { readonly text: string; readonly findings: readonly SourceFinding[] } {
  const page = new Page()
  for (const token of htmlTokens(html)) page.take(token)
  return page.result()
}
