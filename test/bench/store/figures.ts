/** What is measured of one vault: milliseconds, but for `rss` and `bytes`. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly worst: number
}

interface Statements {
  readonly search: number
  readonly journal: number
  readonly commit: number
}

export interface Figures {
  /** What the key derivation alone takes; the figures below are without it. */
  readonly kdf: number
  /** From the call to its reply. */
  readonly unlock: Spread
  /** To the first window of the queue. */
  readonly first: Spread
  /** Until every case is in memory. */
  readonly loaded: Spread
  readonly lock: Spread
  readonly top: Spread
  readonly page: Spread
  readonly filter: Spread
  readonly search: Spread
  readonly show: Spread
  /** One note, from call to reply. */
  readonly act: Spread
  /** Megabytes a second of a backup, proved. */
  readonly backup: number
  readonly rss: number
  readonly bytes: number
  readonly plain: { readonly sealed: Statements; readonly plain: Statements }
}
