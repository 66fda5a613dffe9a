/** What comes before the checklist: a duty of the law, a vendor to be told, an answer that is overdue. */
import type { ReactNode } from 'react'
import { teamClocks } from '../../state/case-work.ts'
import { Button } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import type { Lead } from './board.ts'
import { useCaseDesk } from './case-desk.ts'
import { clockName } from './clock-words.ts'
import { LegalDialog } from './legal-dialog.tsx'
import { answerParty, askParty, callParty } from './party-acts.tsx'
import { PartyDialog } from './party-dialogs.tsx'
import { StepLines } from './step-lines.tsx'

export function LeadWords({ lead, step }: { readonly lead: Lead; readonly step: string | null }) {
  const { view } = useCaseDesk()
  const team = teamClocks.use().value
  const then = step === null ? '' : t('casework.then', { step })
  const [title, detail] = leadWords(lead, lead.kind === 'legal' ? clockName(lead.clock, view.state, team) : '')
  return <StepLines title={title} detail={`${detail} ${then}`} />
}

function leadWords(lead: Lead, name: string): readonly [title: string, detail: string] {
  switch (lead.kind) {
    case 'legal':
      return [t('casework.lead-legal', { name }), sentence(lead.clock.said)]
    case 'vendor':
      return lead.row === null
        ? [t('casework.lead-vendor-none'), t('casework.lead-vendor-why')]
        : [t('casework.lead-vendor', { name: lead.row.party.name }), t('casework.lead-vendor-why')]
    case 'overdue': {
      const { party, last } = lead.row
      const due = last?.due ?? null
      return [
        t('casework.lead-overdue', { name: party.name, what: last?.what ?? '' }),
        due === null ? '' : t('casework.lead-due', { at: formatTime(due, 'day-time') }),
      ]
    }
  }
}

export function LeadButtons({ lead }: { readonly lead: Lead }): ReactNode {
  const { open } = useCaseDesk()
  switch (lead.kind) {
    case 'legal':
      return (
        <Button look="filled" kbd="O" onPress={() => open(LegalDialog)}>
          {t('casework.lead-legal-go')}
        </Button>
      )
    case 'vendor': {
      const { row } = lead
      if (row === null)
        return (
          <Button look="filled" kbd="A" onPress={() => open((props) => <PartyDialog {...props} party={null} />)}>
            {t('casework.lead-vendor-add')}
          </Button>
        )
      const ask = (): void => open(askParty(row.party.id))
      return (
        <Button look="filled" kbd="q" onPress={ask}>
          {t('casework.lead-vendor-go')}
        </Button>
      )
    }
    case 'overdue':
      return (
        <>
          <Button look="filled" kbd="h" onPress={() => open(callParty(lead.row.party.id))}>
            {t('casework.call')}
          </Button>
          <Button kbd="N" onPress={() => open(answerParty(lead.row.party.id))}>
            {t('casework.answer')}
          </Button>
        </>
      )
  }
}
