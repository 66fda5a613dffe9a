/** The foot of the composer: the one way out with what it waits for, the other forms, split, keep. */
import { LockKeyhole } from 'lucide-react'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { addId } from './recipients.tsx'
import type { ReleaseForm } from './use-release.ts'

interface Props {
  readonly view: DraftView
  readonly signed: boolean
  readonly waits: string | null
  readonly busy: boolean
  readonly onRelease: (form: ReleaseForm) => void
  readonly onSplit: () => void
  readonly onKeep: () => void
}

export const releaseWords = (signed: boolean): string => (signed ? t('compose.release-signed') : t('compose.release'))

export function ComposerFoot({ view, signed, waits, busy, onRelease, onSplit, onKeep }: Props) {
  const disabled = waits !== null || busy
  const one = view.recipients.length < 2
  const label = releaseWords(signed)
  useKeys('here', [
    { keys: 'Ctrl+Enter', label, run: () => onRelease('eml'), disabled, hint: true },
    { keys: 'Alt+F', label: t('compose.release-asc'), run: () => onRelease('asc'), disabled },
    { keys: 'Alt+C', label: t('compose.release-clipboard'), run: () => onRelease('clipboard'), disabled },
    { keys: 'Alt+S', label: t('compose.split-each'), run: onSplit, disabled: one || busy },
    { keys: 'Ctrl+S', label: t('compose.keep'), run: onKeep, hint: true },
    { keys: 'Alt+R', label: t('compose.add'), run: () => document.getElementById(addId)?.focus(), hint: true },
  ])
  return (
    <footer className="compose-foot">
      <Button look="filled" kbd="Ctrl+Enter" disabled={disabled} onPress={() => onRelease('eml')}>
        <LockKeyhole aria-hidden />
        {label}
      </Button>
      <p className="grow" role="status">
        {busy ? t('compose.sealing') : (waits ?? <span className="dim">{t('compose.ready')}</span>)}
      </p>
      <Button kbd="Alt+C" disabled={disabled} onPress={() => onRelease('clipboard')}>
        {t('compose.release-clipboard')}
      </Button>
      <Button kbd="Alt+F" disabled={disabled} onPress={() => onRelease('asc')}>
        {t('compose.release-asc')}
      </Button>
      <Button kbd="Alt+S" disabled={one || busy} onPress={onSplit}>
        {t('compose.split-each')}
      </Button>
      <Button kbd="Ctrl+S" onPress={onKeep}>
        {t('compose.keep')}
      </Button>
    </footer>
  )
}
