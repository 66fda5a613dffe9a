/**
 * Which key does what at this moment. Two meanings of one key in one place are a bug and are refused; an open layer
 * (dialog, menu, palette) hides the page's keys and all global ones but those marked `always`.
 */
export interface Binding {
  /** One stroke or a chord of two: `j`, `g q`, `Ctrl+K`. */
  readonly keys: string
  readonly label: string
  readonly run: () => void
  /** Shown in the bottom bar, there under other words where one hint stands for several keys (`j k` move). */
  readonly hint?: boolean
  readonly hintAs?: { readonly keys: string; readonly label: string }
  readonly disabled?: boolean
  /** Works in text fields too; strokes with Ctrl or Alt, and function keys, do anyway. */
  readonly inText?: boolean
  /** Works over open layers (locking). */
  readonly always?: boolean
  /** Left out of the palette and the sheet of keys. */
  readonly silent?: boolean
}

/** `global`, `page`, or the id of an open layer. */
export type Scope = string

export type Found =
  { readonly kind: 'run'; readonly binding: Binding } | { readonly kind: 'prefix' } | { readonly kind: 'none' }

interface Group {
  readonly scope: Scope
  readonly bindings: readonly Binding[]
}

export interface Registry {
  readonly add: (scope: Scope, bindings: readonly Binding[]) => () => void
  readonly openLayer: (id: string) => () => void
  /** Bindings that count now, the nearest first. */
  readonly active: () => readonly Binding[]
  /** A dialog, menu or palette is open. */
  readonly layered: () => boolean
  /** What the strokes typed so far mean. */
  readonly find: (typed: string) => Found
  readonly subscribe: (listener: () => void) => () => void
}

export function createRegistry(): Registry {
  const groups = new Set<Group>()
  const layers: string[] = []
  const listeners = new Set<() => void>()
  let cached: readonly Binding[] | null = null

  const changed = (): void => {
    cached = null
    for (const listener of listeners) listener()
  }
  const of = (scope: Scope): readonly Binding[] =>
    [...groups].filter((group) => group.scope === scope).flatMap(({ bindings }) => bindings)

  const active = (): readonly Binding[] => {
    const layer = layers.at(-1)
    cached ??=
      layer === undefined
        ? [...of('page'), ...of('global')]
        : [...of(layer), ...of('global').filter(({ always }) => always === true)]
    return cached
  }

  return {
    add(scope, bindings) {
      const rivals = scope === 'global' || scope === 'page' ? [...of('page'), ...of('global')] : of(scope)
      refuseTwoMeanings(scope, [...rivals, ...bindings])
      const group = { scope, bindings }
      groups.add(group)
      changed()
      return () => {
        groups.delete(group)
        changed()
      }
    },
    openLayer(id) {
      layers.push(id)
      changed()
      return () => {
        layers.splice(layers.indexOf(id), 1)
        changed()
      }
    },
    active,
    layered: () => layers.length > 0,
    find(typed) {
      const binding = active().find(({ keys, disabled }) => keys === typed && disabled !== true)
      if (binding !== undefined) return { kind: 'run', binding }
      return active().some(({ keys }) => keys.startsWith(`${typed} `)) ? { kind: 'prefix' } : { kind: 'none' }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function refuseTwoMeanings(scope: Scope, bindings: readonly Binding[]): void {
  const names = bindings.map(({ keys }) => keys)
  const clash = names.find(
    (keys, at) => names.indexOf(keys) !== at || names.some((other) => other.startsWith(`${keys} `)),
  )
  if (clash !== undefined) throw new Error(`the key "${clash}" has two meanings in "${scope}"`)
}
