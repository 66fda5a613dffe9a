/** Keeps a fault in one page from taking the whole window, its toasts and its lock with it. */
import { Component, type ReactNode } from 'react'
import { go } from '../state/route.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { t } from '../ui/t.ts'

interface Props {
  readonly children: ReactNode
}

export class PageBoundary extends Component<Props, { readonly broke: boolean }> {
  override state = { broke: false }

  static getDerivedStateFromError(): { readonly broke: boolean } {
    return { broke: true }
  }

  readonly #toQueue = (): void => {
    this.setState({ broke: false })
    go({ page: 'queue', params: {} })
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children
    return (
      <main className="frame-page page">
        <Empty
          kind="unreadable"
          title={t('ui.page-broke')}
          action={<Button onPress={this.#toQueue}>{t('ui.to-queue')}</Button>}
        />
      </main>
    )
  }
}
