/** The head of a case: band, rung, marking, number, class, owner, title, and why it stands where it stands. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Person, Tag } from '../../ui/tag.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { sentence, t } from '../../ui/t.ts'
import type { LayerName } from './layers.tsx'

interface Props {
  readonly view: CaseView
  readonly onOpen: (layer: LayerName) => void
}

export function CaseHead({ view, onOpen }: Props) {
  const { state, band, why, position } = view
  return (
    <header className="case-head">
      <p className="case-marks">
        <BandBadge band={band} />
        <Tag>{state.rung === null ? t('casepage.no-rung') : t('casepage.rung', { rung: state.rung })}</Tag>
        <TlpBadge tlp={state.tlp} />
        {state.urgent ? <Tag tone="soon">{t('casepage.urgent')}</Tag> : null}
        <span className="mono">{state.number}</span>
        <span className="dim cut grow">{classLine(view)}</span>
        <span className="dim">{t('casepage.owner')}</span>
        {state.owner === null ? <span className="soon">{t('casepage.nobody')}</span> : <Person code={state.owner} />}
        <Button kbd="Ctrl+P" onPress={() => onOpen('report')}>
          {t('casepage.report')}
        </Button>
      </p>
      <h1>{state.title}</h1>
      <p className="case-why">
        {position === null ? null : <strong>{t('casepage.position', position)} </strong>}
        <span className="dim">{sentence(why)}</span>
      </p>
    </header>
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
