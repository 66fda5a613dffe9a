/** Permissions of affected parties on file: who, what classes, to whom, until when, and how it was given; withdrawn with a reason. */
import { useState } from 'react'
import { infoClasses, recipientClasses, type InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import { cardLists } from '../../state/cards.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import type { Choice } from '../../ui/choice.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { ClassChecks } from './class-checks.tsx'
import type { LayerProps } from './case-desk.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

export function PermitDialog({ view: { state }, onClose }: LayerProps) {
  const cards = (cardLists.use('').value ?? []).filter(({ own }) => !own)
  const [party, setParty] = useState(state.constituent ?? state.parties[0]?.name ?? '')
  const [classes, setClasses] = useState<readonly InfoClass[]>(state.classes)
  const [to, setTo] = useState<readonly string[]>([])
  const [how, setHow] = useState('')
  const until = useWhen()
  const involved = cards.filter(({ id }) => state.parties.some(({ card }) => card === id))
  const recipients: readonly Choice<string>[] = [
    ...recipientClasses.map((value) => ({ value, label: t(`recipient-class.${value}`) })),
    ...involved.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const toggle = (one: string, on: boolean): void => setTo(on ? [...to, one] : to.filter((each) => each !== one))
  const go = async (): Promise<void> => {
    const permitted = infoClasses.filter((one) => classes.includes(one))
    const given = { party: party.trim(), until: until.at, how: how.trim() }
    if ((await act(state.number, { do: 'permit', ...given, classes: permitted, to: [...to] })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.permit')}
      sentence={t('casework.permit-why')}
      go={t('casework.permit-go')}
      ready={party.trim() !== '' && classes.length > 0 && to.length > 0 && how.trim() !== '' && !until.bad}
      onGo={go}
      onClose={onClose}
      wide
    >
      <TextField label={t('casework.permit-who')} value={party} onChange={setParty} autoFocus />
      <ClassChecks label={t('casework.permit-what')} value={classes} onChange={setClasses} />
      <Field label={t('casework.permit-to')}>
        <div className="check-columns">
          {recipients.map(({ value, label }) => (
            <Checkbox key={value} checked={to.includes(value)} onChange={(on) => toggle(value, on)}>
              {label}
            </Checkbox>
          ))}
        </div>
      </Field>
      <WhenField label={t('casework.permit-until')} when={until} />
      <TextField label={t('casework.permit-how')} value={how} onChange={setHow} />
    </AskDialog>
  )
}

export function WithdrawDialog({ view: { state }, onClose, permission }: LayerProps & { readonly permission: string }) {
  return (
    <ReasonDialog
      title={t('casework.withdraw-title')}
      sentence={t('casework.withdraw-why')}
      go={t('casework.withdraw')}
      look="danger"
      onGo={async (reason) => (await act(state.number, { do: 'permit-withdraw', permission, reason })) !== null}
      onClose={onClose}
    />
  )
}
