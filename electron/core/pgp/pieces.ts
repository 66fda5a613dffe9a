/** The pieces a message falls into, each with the layers of protection around it: what is shown together is decided from these alone. */
import type { Saying } from '../../../shared/words/say.ts'
import type { MimePart } from '../mime/split.ts'
import type { JudgedSignature, SignatureVerdict } from './verify.ts'

export type Layer =
  | {
      readonly kind: 'encrypted'
      readonly id: number
      readonly recipients: readonly string[]
      readonly decryptedWith: string | null
    }
  | { readonly kind: 'signed'; readonly id: number; readonly verdict: SignatureVerdict }

export type Layers = readonly Layer[]

export type Piece =
  | { readonly kind: 'text' | 'html'; readonly layers: Layers; readonly type: string; readonly text: string }
  | {
      readonly kind: 'file'
      readonly layers: Layers
      readonly type: string
      readonly name: string
      readonly bytes: Uint8Array
    }

/** The head of an entity inside a protection that says that its fields are meant (RFC 9788; Autocrypt's protected-headers). */
export interface ProtectedHead {
  readonly layers: Layers
  readonly part: MimePart
  /** It says itself that it holds every field (RFC 9788, 2.1); otherwise only those that are there are meant. */
  readonly isComplete: boolean
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly heads: readonly ProtectedHead[]
  readonly keys: readonly string[]
  readonly findings: readonly Saying[]
  /** Signatures in files of their own beside what they sign. */
  readonly beside: readonly JudgedSignature[]
}

export const sameLayers = (one: readonly Layer[], other: readonly Layer[]): boolean =>
  one.length === other.length && one.every((layer, index) => layer.id === other[index]?.id)

/** `outer` is a beginning of `inner`: what holds for a layer holds for all that is inside it. */
export const isAround = (outer: readonly Layer[], inner: readonly Layer[]): boolean =>
  sameLayers(outer, inner.slice(0, outer.length))

/** Keys that opened the encryptions around. */
export const openersOf = (layers: Layers): readonly string[] =>
  layers.flatMap((layer) => (layer.kind === 'encrypted' && layer.decryptedWith ? [layer.decryptedWith] : []))

/** What of an opened OpenPGP message decides about its layers. */
interface Wrapping {
  readonly encrypted: boolean
  readonly recipients: readonly string[]
  readonly decryptedWith: string | null
  readonly verdict: SignatureVerdict
}

/** The layers of what an OpenPGP message held. */
export function wrapped(
  { encrypted, recipients, decryptedWith, verdict }: Wrapping,
  layers: Layers,
  nextId: () => number,
): Layers {
  const inside: Layer[] = [...layers]
  if (encrypted) inside.push({ kind: 'encrypted', id: nextId(), recipients, decryptedWith })
  if (verdict.state !== 'none') inside.push({ kind: 'signed', id: nextId(), verdict })
  return inside
}

export const hasContent = (piece: Piece): boolean => piece.kind === 'file' || piece.text.trim() !== ''

/** Covered by `layers` as it is read: inside them, with nothing but further signatures between. */
export const isCoveredBy = (layers: Layers, piece: Piece): boolean =>
  isAround(layers, piece.layers) &&
  (piece.layers.length === layers.length ||
    (layers.at(-1)?.kind === 'signed' && piece.layers.slice(layers.length).every(({ kind }) => kind === 'signed')))

/** The pieces that the message's badge speaks for: those most protected, the first ones where several are. */
export function primaryLayers(pieces: readonly Piece[]): Layers {
  const withWords = pieces.filter((piece) => piece.kind !== 'file' && hasContent(piece))
  const most = (some: readonly Piece[]): Layers =>
    some.reduce<Layers>((best, { layers }) => (layers.length > best.length ? layers : best), [])
  const words = most(withWords)
  return widened(words.length > 0 ? words : most(pieces), pieces)
}

/** A signed text within a signed text: the outer signature speaks where it fits and covers more. */
function widened(layers: Layers, pieces: readonly Piece[]): Layers {
  const outer = layers.slice(0, -1)
  const around = outer.at(-1)
  if (layers.at(-1)?.kind !== 'signed' || around?.kind !== 'signed' || !around.verdict.signer) return layers
  const covered = (by: Layers): number => pieces.filter((piece) => hasContent(piece) && isCoveredBy(by, piece)).length
  return covered(outer) > covered(layers) ? widened(outer, pieces) : layers
}
