/** Where the message is written: recipients, subject, marking, template, text. */
import { tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { intakes } from '../../state/exchanges.ts'
import { me } from '../../state/me.ts'
import { openCases } from '../../state/open-case.ts'
import { showDone } from '../../state/toasts.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import type { Typing } from './draft-form.ts'
import { Recipients } from './recipients.tsx'
import { fillTemplate, templateNames } from './templates.ts'

interface Props {
  readonly view: DraftView
  readonly typing: Typing
}

const tlpChoices = tlps.toReversed().map((value) => ({ value, label: value, detail: tlpLabel(value) }))

export function WriteColumn({ view, typing: { form, edit } }: Props) {
  return (
    <section className="compose-write" aria-label={t('compose.title')}>
      <div className="write-scroll">
        <Recipients recipients={view.recipients} to={form.to} onChange={(to) => edit({ to })} />
        <div className="compose-line">
          <TextField
            label={t('compose.subject')}
            value={form.subject}
            onChange={(subject) => edit({ subject: subject.slice(0, 1_000) })}
            hint={t('compose.outer', { subject: view.outerSubject })}
          />
        </div>
        <div className="compose-line">
          <Choices
            label={t('compose.marking')}
            look="segments"
            value={form.tlp}
            choices={tlpChoices}
            onChange={(tlp) => edit({ tlp })}
          />
        </div>
        <div className="compose-line compose-protect">
          <span className="field-label">{t('compose.protect')}</span>
          <span className="dim">{t('compose.protect-note')}</span>
          <Checkbox checked={form.attachOwnKey} onChange={(attachOwnKey) => edit({ attachOwnKey })}>
            {t('compose.own-key')}
          </Checkbox>
        </div>
        <TemplateLine view={view} typing={{ form, edit }} />
        <div className="compose-text">
          <TextArea label={t('compose.text')} rows={14} value={form.text} onChange={(text) => edit({ text })} />
        </div>
      </div>
    </section>
  )
}

function TemplateLine({
  view: { draft },
  typing: { form, edit },
}: {
  readonly view: DraftView
  readonly typing: Pick<Typing, 'form' | 'edit'>
}) {
  const state = openCases.use(draft.case).value?.state ?? null
  const missing = intakes.use(draft.inReplyTo).value?.report?.completeness.missing ?? []
  const self = me.use().value
  const choose = (chosen: string): void => {
    const name = templateNames.find((one) => one === chosen)
    if (name === undefined) return
    const { subject, text } = form
    edit(fillTemplate(name, { state, missing, me: self }))
    if (text.trim() !== '') showDone(saying('compose.template-replace'), () => edit({ subject, text }))
  }
  return (
    <div className="compose-line">
      <label className="field">
        <span className="field-label">{t('compose.template')}</span>
        <select className="input" value="" onChange={({ target }) => choose(target.value)}>
          <option value="">{t('compose.template-none')}</option>
          {templateNames.map((name) => (
            <option key={name} value={name}>
              {t(`compose.template-${name}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
