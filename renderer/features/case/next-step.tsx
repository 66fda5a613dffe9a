/** The one next step of a case, with the one filled button of the page. */
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerName } from './layers.tsx'
import { nextOf } from './progress.ts'

interface Props {
  readonly view: CaseView
  readonly onOpen: (layer: LayerName) => void
}

export function NextStep({ view: { state }, onOpen }: Props) {
  const next = nextOf(state)
  const { number } = state
  switch (next.kind) {
    case 'item': {
      const { item } = next.check
      return (
        <Box title={t(`check.${item}`)} detail={t(`checkhelp.${item}`)}>
          <ActionButton
            keys="d"
            hint
            look="filled"
            label={t('casepage.done')}
            onAct={() => void act(number, { do: 'check', item, state: 'done' })}
          />
          <ActionButton keys="s" hint label={t('casepage.not-applicable')} onAct={() => onOpen('not-applicable')} />
        </Box>
      )
    }
    case 'phase':
      return (
        <Box title={t('casepage.next-phase', { phase: t(`phase.${next.from}`) })} detail={t('casepage.next-phase-why')}>
          <ActionButton
            keys="d"
            hint
            look="filled"
            label={t('casepage.next-phase-go', { phase: t(`phase.${next.to}`) })}
            onAct={() => void act(number, { do: 'phase', phase: next.to })}
          />
        </Box>
      )
    case 'close':
      return (
        <Box title={t('casepage.next-none')} detail={t('casepage.next-close')}>
          <ActionButton keys="d" hint look="filled" label={t('casepage.close-go')} onAct={() => onOpen('close')} />
        </Box>
      )
    case 'closed':
      return (
        <Box
          title={t('casepage.next-closed', { code: state.closing === null ? '' : t(`closing.${state.closing.code}`) })}
          detail={state.closing?.note ?? ''}
        >
          <ActionButton keys="R" label={t('casepage.reopen')} onAct={() => onOpen('reopen')} />
        </Box>
      )
  }
}

interface BoxProps {
  readonly title: string
  readonly detail: string
  readonly children: ReactNode
}

const Box = ({ title, detail, children }: BoxProps) => (
  <section className="next-step" aria-label={t('casepage.next')}>
    <ArrowRight aria-hidden />
    <div className="grow">
      <strong>{title}</strong>
      <p className="dim">{detail}</p>
    </div>
    {children}
  </section>
)
