/** What the stand-in and its browser driver, a child process, say to each other. */
export interface DriverStart {
  readonly headless: boolean
  readonly noSandbox: boolean
  readonly debugPort: string | null
  readonly profile: string
  readonly switches: readonly string[]
  readonly width: number
  readonly height: number
  /** The source text of the preload bundle. */
  readonly preload: string
  /** Only pages of this origin get the preload. */
  readonly origin: string
  /** In tests the page keeps a list of what its policy stopped. */
  readonly watchViolations: boolean
}

export type ToDriver =
  | { readonly do: 'start'; readonly with: DriverStart }
  | { readonly do: 'load'; readonly url: string }
  | { readonly do: 'reply'; readonly seq: number; readonly value: unknown }
  | { readonly do: 'failure'; readonly seq: number; readonly message: string }
  | {
      readonly do: 'event'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly wires: readonly string[]
    }
  | { readonly do: 'serve'; readonly seq: number; readonly answer: Served | null }
  | { readonly do: 'ask'; readonly seq: number; readonly question: string; readonly suggestion: string }
  | { readonly do: 'end' }

/** `null` instead of this refuses the request. */
export interface Served {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface FrameInfo {
  readonly url: string
  readonly main: boolean
}

export interface PageRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** Set when a page asks to go somewhere itself; not when the shell loads a URL. */
  readonly navigation: { readonly mainFrame: boolean } | null
}

export type FromDriver =
  | { readonly say: 'started'; readonly browserPid: number }
  | { readonly say: 'no-browser' }
  | { readonly say: 'loaded'; readonly url: string }
  | { readonly say: 'request'; readonly seq: number; readonly request: PageRequest }
  | {
      readonly say: 'invoke'
      readonly seq: number
      readonly channel: string
      readonly args: readonly unknown[]
      readonly frame: FrameInfo
    }
  | { readonly say: 'send'; readonly channel: string; readonly args: readonly unknown[]; readonly frame: FrameInfo }
  | { readonly say: 'answer'; readonly seq: number; readonly text: string | null }
  /** Somebody pressed a key or moved the pointer; at most once a second. */
  | { readonly say: 'input' }
  | { readonly say: 'crashed' }
  | { readonly say: 'closed' }
