/** A layer over the page: `Dialog` in the middle, `Sheet` at the right edge; keys bound inside are the layer's alone. */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ScopeContext, useLayer } from './keys/use-keys.ts'

export interface DialogProps {
  readonly title: string
  readonly sentence?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons of the bottom line, the filled one last. */
  readonly foot?: ReactNode
  readonly wide?: boolean
}

export function Dialog(props: DialogProps) {
  return <Layered {...props} overlay="overlay" />
}

export function Sheet(props: DialogProps) {
  return <Layered {...props} overlay="overlay overlay-sheet" />
}

/** Mounted means open: `{open ? <Dialog …/> : null}`. Escape and a click beside it call onClose; focus goes back to the opener. */
function Layered({
  title,
  sentence,
  onClose,
  children,
  foot,
  wide = false,
  overlay,
}: DialogProps & { readonly overlay: string }) {
  return (
    <ModalOverlay className={overlay} isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <Scoped>
            <header className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {sentence === undefined ? null : <p className="dim">{sentence}</p>}
            </header>
            <div className="dialog-body">{children}</div>
            {foot === undefined ? null : <footer className="dialog-foot">{foot}</footer>}
          </Scoped>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Makes what it holds the topmost place for keys. */
export function Scoped({ children }: { readonly children: ReactNode }) {
  const layer = useLayer()
  return <ScopeContext value={layer}>{children}</ScopeContext>
}
