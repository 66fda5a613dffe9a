/** What Signet proposes for the case, each value with its reason, each to be changed in place before anything is made. */
import { Copy } from 'lucide-react'
import type { Intake } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { sentence, t } from '../../ui/t.ts'
import { TlpChoices } from '../../ui/tlp-choices.tsx'
import { AffectedRow } from './affected-row.tsx'
import type { CaseForm, Edits } from './case-form.ts'
import { ClassesRow, KindRow, RsitRow, SeverityRow } from './proposal-choices.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { RungPicker } from './rung-picker.tsx'

interface Props {
  readonly intake: Intake
  readonly form: CaseForm
  readonly onEdit: (edits: Edits) => void
  readonly onAttach: (number: string) => void
  readonly onSplit: () => void
}

/** What is decided for every report stands first: rung, marking, class and owner are four Tabs away. */
export function ProposalColumn({ intake, form, onEdit, onAttach, onSplit }: Props) {
  const { proposal, sender, similar } = intake
  return (
    <section className="intake-proposal" aria-labelledby="intake-proposes">
      <h2 id="intake-proposes" className="column-head">
        {t('intake.proposes')} <small>{t('intake.proposes-note')}</small>
      </h2>
      <div className="column-scroll">
        <ProposalRow of={proposal.rung} now={form.rung}>
          <RungPicker rung={form.rung} onChange={(rung) => onEdit({ rung })} />
        </ProposalRow>
        <ProposalRow of={proposal.tlp} now={form.tlp}>
          <TlpChoices label={t('field.tlp')} value={form.tlp} onChange={(tlp) => onEdit({ tlp })} />
        </ProposalRow>
        <RsitRow of={proposal.rsit} form={form} onEdit={onEdit} />
        <ProposalRow of={proposal.owner} now={form.owner}>
          <TextField
            label={t('field.owner')}
            mono
            value={form.owner ?? ''}
            onChange={(owner) => onEdit({ owner: owner === '' ? null : owner.toUpperCase() })}
          />
        </ProposalRow>
        <ProposalRow of={proposal.title} now={form.title}>
          <TextField label={t('field.title')} value={form.title} onChange={(title) => onEdit({ title })} />
        </ProposalRow>
        <ProposalRow of={proposal.urgent} now={form.urgent}>
          <span className="proposal-label">{t('field.urgent')}</span>
          <Checkbox checked={form.urgent} onChange={(urgent) => onEdit({ urgent })}>
            {t('intake.urgent-yes')}
          </Checkbox>
        </ProposalRow>
        <ProposalRow of={proposal.constituent} now={form.constituent}>
          <TextField
            label={t('field.constituent')}
            value={form.constituent ?? ''}
            onChange={(constituent) => onEdit({ constituent: constituent === '' ? null : constituent })}
          />
        </ProposalRow>
        <AffectedRow of={proposal.affected} form={form} onEdit={onEdit} onSplit={onSplit} />
        <SeverityRow of={proposal.severity} form={form} onEdit={onEdit} />
        <KindRow of={proposal.kind} form={form} onEdit={onEdit} />
        <ClassesRow of={proposal.classes} form={form} onEdit={onEdit} />
        <Sender sender={sender} />
        {similar.map((one) => (
          <Similar key={one.number} similar={one} onAttach={onAttach} />
        ))}
      </div>
    </section>
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
