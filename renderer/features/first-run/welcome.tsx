/** The very first page: a new vault, one that is there already, or one from a backup. */
import { FolderOpen, HardDriveDownload, ShieldPlus } from 'lucide-react'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly onNew: () => void
  readonly onOpen: () => void
  readonly onRestore: () => void
  /** null: there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

export function Welcome({ onNew, onOpen, onRestore, onBack }: Props) {
  return (
    <section className="setup-panel">
      <div className="setup-main">
        <h2>{t('setup.welcome')}</h2>
        <p className="dim setup-sentence">{t('setup.welcome-why')}</p>
        <div className="setup-ways">
          <ActionButton
            keys="n"
            icon={<ShieldPlus aria-hidden />}
            label={t('setup.new')}
            look="filled"
            size="large"
            onAct={onNew}
            autoFocus
          />
          <ActionButton
            keys="o"
            icon={<FolderOpen aria-hidden />}
            label={t('setup.open')}
            size="large"
            onAct={onOpen}
          />
          <ActionButton
            keys="r"
            icon={<HardDriveDownload aria-hidden />}
            label={t('setup.restore')}
            size="large"
            onAct={onRestore}
          />
          {onBack === null ? null : (
            <ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />
          )}
        </div>
      </div>
      <div className="setup-side">
        <h3>{t('setup.what')}</h3>
        <ul className="setup-list">
          <li>{t('setup.what.sealed')}</li>
          <li>{t('setup.what.offline')}</li>
          <li>{t('setup.what.yours')}</li>
          <li>{t('setup.what.time')}</li>
        </ul>
      </div>
    </section>
  )
}
