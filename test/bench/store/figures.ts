/** What is measured of one vault: milliseconds, but for `backup`, `rss` and `bytes`. */
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
  /** The longest that the vault process answered nothing while a backup was made. */
  readonly beside: number
  /** Of the process after one unlock and all that stands above, at rest for some seconds; and the most that it was. */
  readonly rss: { readonly rest: number; readonly peak: number }
  readonly bytes: number
  readonly plain: { readonly sealed: Statements; readonly plain: Statements }
}
