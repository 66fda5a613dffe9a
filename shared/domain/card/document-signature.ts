/** What the signature of a document says, checked over its original bytes; it is shown on the card and never implied (M-04, Z-20). */
export type DocumentSignature =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'clear-signed' | 'detached'
      readonly state: 'good' | 'bad' | 'unknown-key' | 'key-expired' | 'key-revoked' | 'weak' | 'damaged'
      /** Full fingerprint, or the key id where the key is not here. */
      readonly signer: string | null
      /** A key that the document itself prints proves only that one hand wrote both. */
      readonly by: 'known-key' | 'own-key-in-document' | null
      /** UTC ISO. */
      readonly signedAt: string | null
      /** False where text stands outside the signed frame. */
      readonly coversAll: boolean
    }

export const unsigned: DocumentSignature = { kind: 'none' }
