/** Capsules that came and wait for a decision, and the ways to open one and to make a copy for the field. */
import { FileInput, GitMerge, HandHelping, ReceiptText } from 'lucide-react'
import type { CapsuleRow } from '../../../shared/ipc/handover-views.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { Section } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { chooseCapsule, writeAnswer } from './handover-acts.ts'
import type { Asking } from './handover-asks.tsx'

const icons = { handover: HandHelping, field: FileInput, back: GitMerge, receipt: ReceiptText }

interface Props {
  readonly capsules: readonly CapsuleRow[]
  readonly ask: (asking: Asking) => void
}

export function CapsuleList({ capsules, ask }: Props) {
  const now = useNow()
  const sendBack = async (): Promise<void> => {
    const made = await writeAnswer('back', new Date(now).toISOString())
    if (made !== null) ask({ kind: 'made', made, what: 'back' })
  }
  return (
    <Section title={t('handover.capsules')}>
      {capsules.length === 0 ? <p className="dim">{t('handover.capsules-none')}</p> : null}
      <ul className="pane-list">
        {capsules.map((capsule, at) => (
          <Row key={capsule.id} capsule={capsule} first={at === 0} />
        ))}
      </ul>
      <div className="chips">
        <ActionButton keys="o" label={t('handover.open-capsule')} onAct={() => void chooseCapsule()} hint />
        <ActionButton keys="f" look="quiet" label={t('handover.field')} onAct={() => ask({ kind: 'field' })} />
        <ActionButton keys="b" look="quiet" label={t('handover.send-back')} onAct={() => void sendBack()} />
      </div>
    </Section>
  )
}

function Row({ capsule, first }: { readonly capsule: CapsuleRow; readonly first: boolean }) {
  const { id, kind, from, cases, conflicts } = capsule
  const Icon = icons[kind]
  const open = (): void => go({ page: 'merge', params: { id } })
  const label = t(conflicts > 0 ? 'handover.merge' : 'handover.look')
  return (
    <li>
      <Icon aria-hidden className={conflicts > 0 ? 'soon' : ''} />
      <span className="grow">
        {t(`handover.capsule.${kind}`, { from })},{' '}
        <strong>
          {conflicts > 0
            ? t('handover.capsule-questions', { n: conflicts })
            : t('handover.capsule-cases', { n: cases })}
        </strong>
      </span>
      {first ? <ActionButton keys="m" label={label} onAct={open} hint /> : <Button onPress={open}>{label}</Button>}
    </li>
  )
}
