/** Which marking: a stricter one at once, a looser one only with a reason. */
import { useEffect, useRef, useState } from 'react'
import { isLooserTlp, tlpLabel, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import { saying } from '../../../shared/words/say.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { TlpChoices } from '../../ui/tlp-choices.tsx'
import { t } from '../../ui/t.ts'
import { actOn, type Targets } from './acts.ts'

interface Props {
  readonly targets: Targets
  readonly about: string
  /** Of the cases that are asked about, as far as they are known. */
  readonly now: readonly Tlp[]
  readonly onClose: () => void
}

export function TlpDialog({ targets, about, now, onClose }: Props) {
  const [tlp, setTlp] = useState<Tlp>(now[0] ?? 'AMBER')
  const [reason, setReason] = useState('')
  const choices = useRef<HTMLDivElement>(null)
  // The arrows choose at once.
  useEffect(() => choices.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  const loosens = now.some((one) => isLooserTlp(tlp, one))
  const why = reason.trim()
  const go = async (): Promise<void> => {
    const done = await actOn(
      targets,
      { do: 'set', field: 'tlp', value: tlp, ...(why === '' ? {} : { reason: why }) },
      (several) => saying('queue.tlp-done', { ...several, tlp: tlpLabel(tlp) }),
    )
    if (done) onClose()
  }
  const same = now.every((one) => one === tlp)
  return (
    <AskDialog
      title={t('queue.tlp-title')}
      sentence={about}
      go={t('queue.tlp-go')}
      ready={!same && (!loosens || why !== '')}
      onGo={go}
      onClose={onClose}
    >
      <div ref={choices}>
        <TlpChoices label={t('queue.tlp')} value={tlp} onChange={setTlp} />
      </div>
      {loosens ? (
        <>
          <Note tone="condition">{t('queue.tlp-loosens', { n: targets.length })}</Note>
          <TextField label={t('page.reason')} value={reason} onChange={setReason} />
        </>
      ) : null}
    </AskDialog>
  )
}
