/** What the links of a PDF page lead to, because "mail us" may be all that is printed where an address is meant. */
export interface PdfLink {
  readonly target: string
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}

const MAX_LINKS = 200

/** @param annotations of one page as pdf.js gives them; whatever has another shape is passed over. */
export function linksOf(annotations: readonly unknown[]): readonly PdfLink[] {
  return annotations.slice(0, 2000).flatMap(linkOf).slice(0, MAX_LINKS)
}

function linkOf(annotation: unknown): readonly PdfLink[] {
  if (typeof annotation !== 'object' || annotation === null) return []
  const { subtype, unsafeUrl, rect } = annotation as { subtype?: unknown; unsafeUrl?: unknown; rect?: unknown }
  if (subtype !== 'Link' || typeof unsafeUrl !== 'string' || !Array.isArray(rect)) return []
  const target = readableTarget(unsafeUrl)
  const [x0, y0, x1, y1] = rect.map(Number)
  if (target === null || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return []
  return [{ target, x0: Math.min(x0, x1), x1: Math.max(x0, x1), y0: Math.min(y0, y1), y1: Math.max(y0, y1) }]
}

/** The address of a mailto: or tel: link, or a page's; null for every other kind. */
export function readableTarget(url: string): string | null {
  const bare = /^(?:mailto|tel):([^?\s<>]{3,200})/i.exec(url)?.[1]
  if (bare !== undefined) return decoded(bare)
  return /^https?:\/\/[^\s<>"]{3,500}$/i.test(url) ? url : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
