/** The one thing that comes next in a handover, with its keys, and what takes it back. */
import { Printer } from 'lucide-react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { beginNext, giveItBack, layAside, takeIt, withdrawIt, writeAnswer } from './handover-acts.ts'
import { givenAt } from './given-at.ts'
import type { Asking } from './handover-asks.tsx'
import { useMayGiveBack } from './may-give-back.ts'

interface Props {
  readonly view: HandoverView
  /** Lines that the taker has not read. */
  readonly left: number
  readonly me: string
  readonly ask: (asking: Asking) => void
}

export function NextActs(props: Props) {
  const { view } = props
  return (
    <div className="chips">
      <Acts {...props} />
      {view.state === 'open' ? null : (
        <ActionButton
          keys="Ctrl+P"
          look="quiet"
          icon={<Printer aria-hidden />}
          label={t('handover.print')}
          onAct={() => window.print()}
          hint
        />
      )}
    </div>
  )
}

function Acts({ view, left, me, ask }: Props) {
  const { state, side, shift } = view
  const mayGiveBack = useMayGiveBack(view)
  if (state === 'open') {
    const label = shift.to === null ? t('handover.give') : t('handover.give-to', { code: shift.to })
    return <ActionButton keys="Ctrl+Enter" look="filled" label={label} onAct={() => ask({ kind: 'give' })} hint />
  }
  if (state === 'given' && side === 'giver')
    return (
      <Button kbd="Ctrl+Z" onPress={() => void withdrawIt(view)}>
        {t('handover.withdraw')}
      </Button>
    )
  if (state === 'given')
    return (
      <>
        <ActionButton
          keys="Ctrl+Enter"
          look="filled"
          label={t('handover.take', { code: me })}
          disabled={left > 0}
          onAct={() => void takeIt()}
          hint
        />
        <ActionButton keys="L" label={t('handover.lay-aside')} onAct={() => void layAside(view)} />
        {left === 0 ? null : <span className="dim">{t('handover.taken-read-left', { left })}</span>}
      </>
    )
  if (side === 'giver') return <ActionButton keys="N" label={t('handover.begin-next')} onAct={() => void beginNext()} />
  const write = async (): Promise<void> => {
    const made = await writeAnswer('receipt', givenAt(view) ?? shift.until)
    if (made !== null) ask({ kind: 'made', made, what: 'receipt' })
  }
  return (
    <>
      <ActionButton
        keys="Ctrl+Enter"
        look="filled"
        label={t('handover.write-receipt', { by: shift.by })}
        onAct={() => void write()}
        hint
      />
      {mayGiveBack ? (
        <Button kbd="Ctrl+Z" onPress={() => void giveItBack(view)}>
          {t('handover.back')}
        </Button>
      ) : null}
    </>
  )
}
