/** Takes the text of a PDF page by page with its places, by pdf.js: nothing is drawn, run, fetched or looked up on the system. */
import { getResolvedPDFJS } from 'unpdf'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import type { Placed } from './pdf-lines.ts'
import { linksOf, type PdfLink } from './pdf-links.ts'
import { sourceLimits } from './source-reading.ts'

export interface PdfPageText {
  /** 1-based. */
  readonly page: number
  readonly height: number
  readonly items: readonly Placed[]
  readonly links: readonly PdfLink[]
}

export interface PdfText {
  readonly pages: readonly PdfPageText[]
  readonly unreadable: readonly number[]
  readonly script: boolean
  readonly cut: boolean
}

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>
type Pdf = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** pdf.js 6 evaluates no code. What remains is told not to ask anything outside this thread. */
const options = {
  verbosity: 0,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 0,
  enableXfa: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
  stopAtErrors: false,
} as const

/** @returns `pdf-encrypted`, `pdf-broken`, `pdf-too-long`. A page that cannot be read is named, not fatal. Runs in a worker. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<PdfText, Saying>> {
  const pdfjs = await getResolvedPDFJS()
  // pdf.js takes the buffer away from whoever gives it.
  const task = pdfjs.getDocument({ ...options, data: Uint8Array.from(bytes) })
  try {
    const pdf = await task.promise
    const limit = sourceLimits.pages
    if (pdf.numPages > limit) return fail(saying('pdf-too-long', { name, pages: pdf.numPages, limit }))
    const text = await textOf(pdf)
    return text.pages.length === 0 ? fail(saying('pdf-broken', { name })) : ok(text)
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return fail(saying(locked ? 'pdf-encrypted' : 'pdf-broken', { name }))
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

async function textOf(pdf: Pdf): Promise<PdfText> {
  const pages: PdfPageText[] = []
  const unreadable: number[] = []
  let left: number = sourceLimits.shown
  for (let number = 1; number <= pdf.numPages && left > 0; number += 1) {
    const page = await pageText(pdf, number).catch(() => null)
    if (page === null) unreadable.push(number)
    else pages.push(page)
    left -= page?.items.reduce((sum, { text }) => sum + text.length + 1, 0) ?? 0
  }
  const script = await pdf.hasJSActions().catch(() => false)
  return { pages, unreadable, script, cut: left <= 0 }
}

async function pageText(pdf: Pdf, number: number): Promise<PdfPageText> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const turned = page.getViewport({ scale: 1, rotation: 0 })
  const text = items.flatMap((item): Placed[] => ('str' in item && item.str !== '' ? [placed(item)] : []))
  const links = linksOf(await annotationsOf(page))
  page.cleanup()
  return { page: number, height: turned.height, items: text, links }
}

const annotationsOf = (page: Page): Promise<readonly unknown[]> => page.getAnnotations().catch(() => [])

function placed({ str, transform, width }: { str: string; transform: readonly number[]; width: number }): Placed {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  return { text: str, x, y, width, size: Math.hypot(c, d) || Math.hypot(a, b), turn: quarterTurn(a, b) }
}

/** Counter-clockwise quarter turns of the base line; null for text at a slant, which is a stamp over the page. */
function quarterTurn(a: number, b: number): Placed['turn'] {
  const turns = Math.atan2(b, a) / (Math.PI / 2)
  const nearest = Math.round(turns)
  if (Math.abs(turns - nearest) > 0.1) return null
  return ([0, 1, 2, 3] as const)[(nearest + 4) % 4] ?? null
}
