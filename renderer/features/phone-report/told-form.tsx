/** The fields that a report needs (M-46), to be asked one after the other, and what happened in the caller's own words. */
import type { ToldFields } from '../../../shared/domain/intake/call-text.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

export const noFields: ToldFields = {
  time: '',
  zone: '',
  source: '',
  sourcePort: '',
  protocol: '',
  destination: '',
  destinationPort: '',
  what: '',
  log: '',
}

interface Props {
  readonly fields: ToldFields
  readonly subject: string
  readonly urgent: boolean
  readonly onFields: (change: Partial<ToldFields>) => void
  readonly onSubject: (subject: string) => void
  readonly onUrgent: (urgent: boolean) => void
}

const pairs = [
  ['time', 'zone'],
  ['source', 'sourcePort'],
  ['destination', 'destinationPort'],
] as const satisfies readonly (readonly (keyof ToldFields)[])[]

export function ToldForm({ fields, subject, urgent, onFields, onSubject, onUrgent }: Props) {
  const line = (name: keyof ToldFields) => (
    <TextField
      key={name}
      label={t(`call.field.${name}`)}
      mono
      value={fields[name]}
      onChange={(value) => onFields({ [name]: value })}
      {...(name === 'zone' ? { hint: t('call.zone-why'), placeholder: '+01:00' } : {})}
    />
  )
  return (
    <section className="box stack" aria-labelledby="call-told">
      <h2 id="call-told">{t('call.told')}</h2>
      <TextField label={t('call.subject')} value={subject} onChange={onSubject} />
      <Checkbox checked={urgent} onChange={onUrgent}>
        {t('call.urgent')}
      </Checkbox>
      <TextArea label={t('call.field.what')} rows={4} value={fields.what} onChange={(what) => onFields({ what })} />
      <div className="phone-fields">
        {pairs.flatMap((names) => names.map(line))}
        {line('protocol')}
      </div>
      <TextArea label={t('call.field.log')} rows={5} mono value={fields.log} onChange={(log) => onFields({ log })} />
    </section>
  )
}
