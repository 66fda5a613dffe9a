/** A case written out: a report for people, or data for another program; as it would look, and what the gate says to it. */
import { useState } from 'react'
import type { Input } from '../../../shared/ipc/contract.ts'
import { saying } from '../../../shared/words/say.ts'
import { asKey, exportPreviews, reportPreviews, writeExport, writeReport } from '../../state/case-work.ts'
import { pick } from '../../state/desk.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import type { LayerProps } from './case-desk.ts'
import { useOffered } from '../../state/redaction.ts'
import { ActionButton } from '../../ui/button.tsx'
import type { Override } from '../../ui/gate-override.tsx'
import { RedactSheet } from '../../ui/gate-redact.tsx'
import { consentGiven, mayGo, noConsent } from './consent.ts'
import { ReleaseGate } from './release-gate.tsx'

type Audience = Input<'case.report'>['audience']
const audiences: readonly Audience[] = ['user', 'management', 'csirt', 'vendor', 'police', 'press']
const forms = ['html', 'pdf', 'markdown', 'misp', 'stix', 'iodef', 'xarf', 'csv'] as const
type Form = (typeof forms)[number]

const endings: Readonly<Record<Form, string>> = {
  html: 'html',
  pdf: 'pdf',
  markdown: 'md',
  misp: 'misp.json',
  stix: 'stix.json',
  iodef: 'xml',
  xarf: 'xarf.json',
  csv: 'csv',
}

const isReport = (form: Form): form is 'html' | 'pdf' | 'markdown' =>
  form === 'html' || form === 'pdf' || form === 'markdown'

export function OutputDialog({ view: { state }, onClose }: LayerProps) {
  const { number } = state
  const [audience, setAudience] = useState<Audience>('management')
  const [form, setForm] = useState<Form>('html')
  const [consent, setConsent] = useState(noConsent)
  const [hiding, setHiding] = useState(false)
  const report = isReport(form) ? { number, audience, form } : null
  const data = isReport(form) ? null : { number, format: form }
  const redact = [...consent.hide]
  const asReport = reportPreviews.use(report === null ? null : asKey({ ...report, redact }))
  const asData = exportPreviews.use(data === null ? null : asKey({ ...data, redact }))
  const { value: preview, problem } = report === null ? asData : asReport
  const offered = useOffered(hiding && preview !== null ? { number, text: preview.text } : null)
  const write = async (override: Override | null): Promise<void> => {
    const name = report === null ? `${number}.${endings[form]}` : `${number}-${audience}.${endings[form]}`
    const [to] = told(await pick('save', 'report', name)) ?? []
    if (to === undefined) return
    const how = { to: { grant: to.grant }, redact, ...consentGiven(consent, override) }
    const asked = report === null ? null : writeReport({ ...report, ...how })
    const done = told(await (asked ?? writeExport({ number, format: data?.format ?? 'csv', ...how })))
    if (done === null) return
    showDone(saying('casepage.report-done', { file: done.file, sha256: done.sha256 }))
    onClose()
  }
  return (
    <AskDialog
      title={t('casepage.report-title')}
      sentence={t('casepage.report-for')}
      go={t('casepage.report-go')}
      ready={mayGo(preview?.verdict ?? null, consent)}
      onGo={() => write(null)}
      onClose={onClose}
      wide
    >
      <Forms form={form} onForm={setForm} audience={audience} onAudience={setAudience} />
      <ReleaseGate
        verdict={preview?.verdict ?? null}
        problem={problem}
        consent={consent}
        onChange={setConsent}
        go={t('casepage.report-go')}
        onOverride={write}
      />
      {preview === null ? null : (
        <>
          <p className="row">
            <ActionButton
              keys="Alt+X"
              label={t('uigate.redact-open', { n: preview.redacted.length })}
              onAct={() => setHiding(true)}
            />
          </p>
          {form === 'html' || form === 'pdf' ? null : (
            <pre className="look-text output-preview" tabIndex={0}>
              {preview.text.slice(0, 20_000)}
            </pre>
          )}
        </>
      )}
      {hiding && preview !== null ? (
        <RedactSheet
          redacted={preview.redacted}
          offered={offered}
          hide={consent.hide}
          onRedact={(hide) => setConsent({ ...consent, hide })}
          result={preview.text}
          onClose={() => setHiding(false)}
        />
      ) : null}
    </AskDialog>
  )
}

interface FormsProps {
  readonly form: Form
  readonly onForm: (form: Form) => void
  readonly audience: Audience
  readonly onAudience: (audience: Audience) => void
}

const Forms = ({ form, onForm, audience, onAudience }: FormsProps) => (
  <>
    <Choices
      label={t('casework.output-form')}
      look="segments"
      value={form}
      choices={forms.map((value) => ({ value, label: t(`casework.output.${value}`) }))}
      onChange={onForm}
    />
    {isReport(form) ? (
      <Choices
        label={t('casepage.report-audience')}
        look="segments"
        value={audience}
        choices={audiences.map((value) => ({ value, label: t(`reportfor.${value}`) }))}
        onChange={onAudience}
      />
    ) : null}
  </>
)
