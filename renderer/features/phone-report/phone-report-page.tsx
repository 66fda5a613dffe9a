/** A report that is told, not sent: who calls and how that is checked at the left, the fields of M-46 at the right. */
import { useState } from 'react'
import { callText, type ToldFields } from '../../../shared/domain/intake/call-text.ts'
import { client } from '../../bridge/client.ts'
import { intakes } from '../../state/exchanges.ts'
import { replaceRoute } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { Caller, noCaller, type CallerForm } from './caller.tsx'
import { noFields, ToldForm } from './told-form.tsx'
import './phone-report.css'

export function PhoneReportPage({ channel: first = 'phone' }: { readonly channel?: 'phone' | 'log' }) {
  const [caller, setCaller] = useState<CallerForm>({ ...noCaller, channel: first })
  const [fields, setFields] = useState<ToldFields>(noFields)
  const [subject, setSubject] = useState('')
  const [urgent, setUrgent] = useState(false)
  const [busy, setBusy] = useState(false)
  const text = callText(fields)
  const ready = caller.from.trim() !== '' && subject.trim() !== '' && text !== ''
  const keep = async (): Promise<void> => {
    setBusy(true)
    const { channel, from, card, number, pin, said } = caller
    const intake = told(
      await client['call.take']({
        channel,
        from: from.trim(),
        card,
        number,
        pin: pin === null || said === '' ? null : { pin, said },
        subject: subject.trim(),
        text,
        urgent,
      }),
    )
    setBusy(false)
    if (intake === null) return
    intakes.take(intake.exchange.id, intake)
    replaceRoute({ page: 'intake', params: { exchange: intake.exchange.id } })
  }
  return (
    <div className="page phone-report">
      <PageHead title={t(`call.title-${caller.channel}`)} sentence={t('call.sentence')} actions={null} />
      <div className="phone-columns scroll">
        <Caller form={caller} onChange={(change) => setCaller({ ...caller, ...change })} />
        <ToldForm
          fields={fields}
          subject={subject}
          urgent={urgent}
          onFields={(change) => setFields({ ...fields, ...change })}
          onSubject={setSubject}
          onUrgent={setUrgent}
        />
      </div>
      <footer className="intake-foot">
        <ActionButton
          keys="Ctrl+Enter"
          look="filled"
          label={t('call.keep')}
          disabled={!ready || busy}
          onAct={() => void keep()}
        />
        <p className="intake-foot-note">{ready ? t('call.foot') : t('call.foot-needs')}</p>
      </footer>
    </div>
  )
}
