/** What a person can be asked about a key: each has one dialog. */
export type KeyAsk =
  'verify' | 'reject' | 'card' | 'drop' | 'extend' | 'passphrase' | 'unlock' | 'signs-for' | 'backup' | 'revoke'

export interface AskProps {
  readonly onAsk: (ask: KeyAsk) => void
}
