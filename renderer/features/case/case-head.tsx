/** The head of a case: band, rung, marking, number, class, owner, title, and why it stands here. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Person, Tag } from '../../ui/tag.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { sentence, t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { OutputDialog } from './output-dialog.tsx'
import { LadderDialog, PlaceDialog } from './place-dialogs.tsx'

export function CaseHead() {
  const { view, open } = useCaseDesk()
  const { state, band } = view
  return (
    <header className="case-head">
      <div className="case-marks">
        <BandBadge band={band} />
        <Tag>{state.rung === null ? t('casepage.no-rung') : t('casepage.rung', { rung: state.rung })}</Tag>
        <TlpBadge tlp={state.tlp} />
        {state.urgent ? <Tag tone="soon">{t('casepage.urgent')}</Tag> : null}
        {state.kind === 'incident' ? null : <Tag>{t(`casework.kind.${state.kind}`)}</Tag>}
        <span className="mono">{state.number}</span>
        <span className="dim cut grow">{classLine(view)}</span>
        <span className="dim">{t('casepage.owner')}</span>
        {state.owner === null ? <span className="soon">{t('casepage.nobody')}</span> : <Person code={state.owner} />}
        <Button kbd="Ctrl+P" onPress={() => open(OutputDialog)}>
          {t('casepage.report')}
        </Button>
      </div>
      <h1>{state.title}</h1>
      <Why />
    </header>
  )
}

function Why() {
  const { view, open, closed } = useCaseDesk()
  const { state, why, position } = view
  return (
    <div className="case-why">
      <p className="dim grow">
        {position === null ? null : <strong>{t('casepage.position', position)} </strong>}
        {state.place === null
          ? sentence(why)
          : t('casework.placed', { rung: state.place.rung, reason: state.place.reason, code: state.place.by })}
      </p>
      <Button look="quiet" kbd="l" disabled={closed} onPress={() => open(LadderDialog)}>
        {t('casework.ladder-short')}
      </Button>
      <Button look="quiet" kbd="L" disabled={closed} onPress={() => open(PlaceDialog)}>
        {t('casework.move')}
      </Button>
    </div>
  )
}

function classLine({ state }: CaseView): string {
  const parts = [
    state.rsit,
    state.occurred === null ? null : t(`casepage.occurred.${state.occurred}`),
    state.mode === null ? null : t(`casepage.mode.${state.mode}`),
    state.constituent,
    state.requestedBy === null ? null : t('casepage.asked-by', { name: state.requestedBy }),
  ]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}
