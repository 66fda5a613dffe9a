/** The one next step of a case, with the one filled button of the page. */
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { me } from '../../state/me.ts'
import { ActionButton } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { leadOf } from './board.ts'
import { useCaseDesk } from './case-desk.ts'
import { LeadButtons, LeadWords } from './lead-step.tsx'
import { CloseDialog, NotApplicableDialog, ReopenDialog } from './phase-dialogs.tsx'
import { nextOf, type Next } from './progress.ts'
import { StepLines } from './step-lines.tsx'
import { tierOf } from './tier-of.ts'

export function NextStep() {
  const desk = useCaseDesk()
  const now = useNow()
  const mine = me.use().value?.analyst.tier
  const lead = leadOf(desk.view, now)
  const next = nextOf(desk.view.state)
  const tier = next.kind === 'item' ? tierOf(next.check.item) : null
  const others = tier !== null && mine !== undefined && tier !== mine ? t(`casework.tier-hint.${tier}`) : ''
  return (
    <section className="next-step" aria-label={t('casepage.next')}>
      <ArrowRight aria-hidden />
      <div className="grow">
        {lead === null ? (
          <StepWords next={next} others={others} />
        ) : (
          <LeadWords lead={lead} step={next.kind === 'item' ? t(`check.${next.check.item}`) : null} />
        )}
      </div>
      {lead === null ? null : <LeadButtons lead={lead} />}
      <StepButtons next={next} filled={lead === null} />
    </section>
  )
}

function StepWords({ next, others }: { readonly next: Next; readonly others: string }) {
  const { state } = useCaseDesk().view
  switch (next.kind) {
    case 'item': {
      const { item } = next.check
      return <StepLines title={t(`check.${item}`)} detail={`${t(`checkhelp.${item}`)} ${others}`} />
    }
    case 'phase':
      return (
        <StepLines
          title={t('casepage.next-phase', { phase: t(`phase.${next.from}`) })}
          detail={t('casepage.next-phase-why')}
        />
      )
    case 'close':
      return <StepLines title={t('casepage.next-none')} detail={t('casepage.next-close')} />
    case 'closed': {
      const code = state.closing === null ? '' : t(`closing.${state.closing.code}`)
      return <StepLines title={t('casepage.next-closed', { code })} detail={state.closing?.note ?? ''} />
    }
  }
}

function StepButtons({ next, filled }: { readonly next: Next; readonly filled: boolean }): ReactNode {
  const { view, open } = useCaseDesk()
  const { number } = view.state
  const look = filled ? 'filled' : 'outline'
  switch (next.kind) {
    case 'item': {
      const { item } = next.check
      const done = (): void => void act(number, { do: 'check', item, state: 'done' })
      return (
        <>
          <ActionButton keys="d" hint look={look} label={t('casepage.done')} onAct={done} />
          <ActionButton keys="s" hint label={t('casepage.not-applicable')} onAct={() => open(NotApplicableDialog)} />
        </>
      )
    }
    case 'phase': {
      const go = (): void => void act(number, { do: 'phase', phase: next.to })
      const label = t('casepage.next-phase-go', { phase: t(`phase.${next.to}`) })
      return <ActionButton keys="d" hint look={look} label={label} onAct={go} />
    }
    case 'close':
      return <ActionButton keys="d" hint look={look} label={t('casepage.close-go')} onAct={() => open(CloseDialog)} />
    case 'closed':
      return <ActionButton keys="R" label={t('casepage.reopen')} onAct={() => open(ReopenDialog)} />
  }
}
