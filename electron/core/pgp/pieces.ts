/** The pieces a message falls into, each with the layers of protection around it: what is shown together is decided from these alone. */
import type { Saying } from '../../../shared/words/say.ts'
import type { MimePart } from '../mime/split.ts'
import type { SignatureVerdict } from './verify.ts'

export type Layer =
  | {
      readonly kind: 'encrypted'
      readonly id: number
      readonly recipients: readonly string[]
      readonly decryptedWith: string | null
    }
  | { readonly kind: 'signed'; readonly id: number; readonly verdict: SignatureVerdict }

export type Piece =
  | { readonly kind: 'text' | 'html'; readonly layers: readonly Layer[]; readonly type: string; readonly text: string }
  | {
      readonly kind: 'file'
      readonly layers: readonly Layer[]
      readonly type: string
      readonly name: string
      readonly bytes: Uint8Array
    }

/** The head of an entity inside a protection that says that its fields are meant (RFC 9788; Autocrypt's protected-headers). */
export interface ProtectedHead {
  readonly layers: readonly Layer[]
  readonly part: MimePart
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly heads: readonly ProtectedHead[]
  readonly keys: readonly string[]
  readonly findings: readonly Saying[]
}

export const sameLayers = (one: readonly Layer[], other: readonly Layer[]): boolean =>
  one.length === other.length && one.every((layer, index) => layer.id === other[index]?.id)

/** `outer` is a beginning of `inner`: what holds for a layer holds for all that is inside it. */
export const isAround = (outer: readonly Layer[], inner: readonly Layer[]): boolean =>
  sameLayers(outer, inner.slice(0, outer.length))

export const hasContent = (piece: Piece): boolean => piece.kind === 'file' || piece.text.trim() !== ''

/** The pieces that the message's badge speaks for: those most protected, the first ones where several are. */
export function primaryLayers(pieces: readonly Piece[]): readonly Layer[] {
  const withWords = pieces.filter((piece) => piece.kind !== 'file' && hasContent(piece))
  const most = (some: readonly Piece[]): readonly Layer[] =>
    some.reduce<readonly Layer[]>((best, { layers }) => (layers.length > best.length ? layers : best), [])
  const words = most(withWords)
  return words.length > 0 ? words : most(pieces)
}
