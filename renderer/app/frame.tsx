/** The window of an open vault: trial band, top bar, rail, page, bottom bar, and the layers that can lie over them. */
import { Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { me } from '../state/me.ts'
import { useRoute } from '../state/route.ts'
import { dismissToast, useToasts } from '../state/toasts.ts'
import { registry } from '../ui/keys/use-keys.ts'
import type { Binding } from '../ui/keys/registry.ts'
import { Toasts } from '../ui/toasts.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { GlobalKeys } from './global-keys.tsx'
import { KeySheet } from './key-sheet.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { ReadingBand } from './reading-band.tsx'
import { pages } from './routes.ts'
import { TakeIn } from './take-in.tsx'
import { TopBar } from './top-bar.tsx'
import { TrialBand } from './trial-band.tsx'

type Layer = { readonly kind: 'palette' | 'keys'; readonly keys: readonly Binding[] } | null

export function Frame() {
  const { value } = me.use()
  const toasts = useToasts()
  const [layer, setLayer] = useState<Layer>(null)
  // The keys of the page, taken before the layer hides them.
  const open = (kind: 'palette' | 'keys') => (): void => setLayer({ kind, keys: registry.active() })
  const close = (): void => setLayer(null)
  return (
    <div className="frame">
      <div className="frame-bands">
        {value?.trial === true ? <TrialBand /> : null}
        <ReadingBand />
      </div>
      <TopBar onPalette={open('palette')} />
      <Rail />
      <Page />
      <BottomBar onKeys={open('keys')} />
      <GlobalKeys onPalette={open('palette')} onKeys={open('keys')} />
      <TakeIn />
      {layer?.kind === 'palette' ? <Palette keys={layer.keys} onClose={close} /> : null}
      {layer?.kind === 'keys' ? <KeySheet keys={layer.keys} onClose={close} /> : null}
      <Toasts toasts={toasts} onDismiss={dismissToast} />
    </div>
  )
}

function Page() {
  const { page, params } = useRoute()
  // The table pairs each page with its parameters; the union of all pairs is more than the compiler follows.
  const Shown = pages[page] as ComponentType<object>
  return (
    <PageBoundary key={JSON.stringify([page, params])}>
      <PageMain>
        <Suspense fallback={null}>
          <Shown {...params} />
        </Suspense>
      </PageMain>
    </PageBoundary>
  )
}

/** Takes the focus when its page comes, so that keys are the page's and not those of the button that led there. */
function PageMain({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (main.current?.contains(document.activeElement) === false) main.current.focus()
  }, [])
  return (
    <main ref={main} className="frame-page" data-region tabIndex={-1}>
      {children}
    </main>
  )
}
