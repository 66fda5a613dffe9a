/** What Signet proposes for the case, each value with its reason, each to be changed in place before anything is made. */
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Intake, Proposed } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { sentence, t } from '../../ui/t.ts'
import { TlpChoices } from '../../ui/tlp-choices.tsx'
import { orNull, type CaseForm, type Edits } from './case-form.ts'
import { rsitTypes } from './rsit.ts'
import { RungPicker } from './rung-picker.tsx'

interface Props {
  readonly intake: Intake
  readonly form: CaseForm
  readonly onEdit: (edits: Edits) => void
  readonly onAttach: (number: string) => void
}

export function ProposalColumn({ intake, form, onEdit, onAttach }: Props) {
  const { proposal, sender, similar } = intake
  return (
    <section className="intake-proposal" aria-labelledby="intake-proposes">
      <h2 id="intake-proposes" className="column-head">
        {t('intake.proposes')} <small>{t('intake.proposes-note')}</small>
      </h2>
      <div className="column-scroll">
        <Row of={proposal.title} now={form.title}>
          <TextField label={t('field.title')} value={form.title} onChange={(title) => onEdit({ title })} />
        </Row>
        <Row of={proposal.rung} now={form.rung}>
          <RungPicker rung={form.rung} onChange={(rung) => onEdit({ rung })} />
        </Row>
        <Row of={proposal.urgent} now={form.urgent}>
          <span className="proposal-label">{t('field.urgent')}</span>
          <Checkbox checked={form.urgent} onChange={(urgent) => onEdit({ urgent })}>
            {t('intake.urgent-yes')}
          </Checkbox>
        </Row>
        <Row of={proposal.tlp} now={form.tlp}>
          <TlpChoices label={t('field.tlp')} value={form.tlp} onChange={(tlp) => onEdit({ tlp })} />
        </Row>
        <Row of={proposal.rsit} now={form.rsit}>
          <label className="field">
            <span className="field-label">{t('field.rsit')}</span>
            <select
              className="input"
              value={form.rsit ?? ''}
              onChange={({ target }) => onEdit({ rsit: orNull(target.value) })}
            >
              <option value="">{t('page.none')}</option>
              {withOwn(form.rsit).map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        </Row>
        <Row of={proposal.constituent} now={form.constituent}>
          <TextField
            label={t('field.constituent')}
            value={form.constituent ?? ''}
            onChange={(constituent) => onEdit({ constituent: constituent === '' ? null : constituent })}
          />
        </Row>
        <Row of={proposal.owner} now={form.owner}>
          <TextField
            label={t('field.owner')}
            mono
            value={form.owner ?? ''}
            onChange={(owner) => onEdit({ owner: owner === '' ? null : owner.toUpperCase() })}
          />
        </Row>
        <Sender sender={sender} />
        {similar.map((one) => (
          <Similar key={one.number} similar={one} onAttach={onAttach} />
        ))}
      </div>
    </section>
  )
}

/** A class that is proposed but not of this version of the taxonomy can still be kept. */
const withOwn = (rsit: string | null): readonly string[] =>
  rsit === null || rsitTypes.includes(rsit) ? rsitTypes : [rsit, ...rsitTypes]

interface RowProps {
  readonly of: Proposed<string | number | boolean | null>
  readonly now: string | number | boolean | null
  readonly children: ReactNode
}

function Row({ of, now, children }: RowProps) {
  const changed = of.value !== now
  const was = of.value === null || of.value === '' ? t('page.none') : String(of.value)
  return (
    <div className={changed ? 'proposal changed' : 'proposal'}>
      {children}
      <p className="proposal-reason">{changed ? t('intake.changed', { value: was }) : sentence(of.because)}</p>
    </div>
  )
}

function Sender({ sender }: Pick<Intake, 'sender'>) {
  return (
    <div className="proposal">
      <span className="proposal-label">{t('intake.sender')}</span>
      <strong>{sender?.name ?? t('intake.sender-unknown')}</strong>
      <p className="proposal-reason">{sender === null ? t('intake.sender-unknown-why') : sentence(sender.because)}</p>
    </div>
  )
}

interface SimilarProps {
  readonly similar: Intake['similar'][number]
  readonly onAttach: (number: string) => void
}

function Similar({ similar: { number, title, because }, onAttach }: SimilarProps) {
  return (
    <div className="similar box">
      <p className="row">
        <Copy aria-hidden /> <strong>{t('intake.similar', { number })}</strong> <span className="cut">{title}</span>
      </p>
      <p className="dim">{sentence(because)}</p>
      <Button onPress={() => onAttach(number)}>{t('intake.attach-this')}</Button>
    </div>
  )
}
