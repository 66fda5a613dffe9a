/** `useKeys('here', [...])` binds keys while a component stands on the screen; inside a dialog they are the dialog's. */
import { createContext, use, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { createRegistry, type Binding } from './registry.ts'

export const registry = createRegistry()

/** The scope of what is drawn here: the page, or the layer that a dialog opened. */
export const ScopeContext = createContext<string>('page')

/** Registers again only when keys, labels or states change; what is run is always the newest closure. */
export function useKeys(scope: 'here' | 'global', bindings: readonly Binding[]): void {
  const here = use(ScopeContext)
  const place = scope === 'global' ? 'global' : here
  const newest = useRef(bindings)
  useLayoutEffect(() => {
    newest.current = bindings
  })
  // Without the closures: JSON leaves functions out.
  const shape = JSON.stringify(bindings)
  useEffect(() => {
    const shapes = JSON.parse(shape) as readonly Omit<Binding, 'run'>[]
    return registry.add(
      place,
      shapes.map((binding, at) => ({ ...binding, run: () => newest.current[at]?.run() })),
    )
  }, [place, shape])
}

/** Opens a layer for as long as the caller is mounted; give the id to ScopeContext. */
export function useLayer(): string {
  const id = useId()
  useLayoutEffect(() => registry.openLayer(id), [id])
  return id
}

export const useActiveKeys = (): readonly Binding[] => useSyncExternalStore(registry.subscribe, registry.active)
