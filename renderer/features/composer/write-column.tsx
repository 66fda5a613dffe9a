/** Where the message is written: recipients, subject, marking, protection, template, observables, text, attachments. */
import type { DraftView } from '../../../shared/ipc/views.ts'
import type { DraftForm } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { FormLine } from '../../ui/form-line.tsx'
import { t } from '../../ui/t.ts'
import { TlpChoices } from '../../ui/tlp-choices.tsx'
import type { SavedForm } from '../../ui/use-saved-form.ts'
import { AttachBar } from './attach-bar.tsx'
import { ClassesLine } from './classes-line.tsx'
import { MarkedText } from './marked-text.tsx'
import { Recipients } from './recipients.tsx'
import { TemplateLine } from './template-line.tsx'
import { mayGoInClear } from './ways.ts'

interface Props {
  readonly view: DraftView
  readonly typing: SavedForm<DraftForm>
}

export function WriteColumn({ view, typing }: Props) {
  const { form, edit } = typing
  return (
    <section className="compose-write" aria-label={t('compose.title')}>
      <div className="write-scroll">
        <Recipients recipients={view.recipients} saved={view.draft.to} to={form.to} onChange={(to) => edit({ to })} />
        <SubjectLine typing={typing} />
        <FormLine label={t('compose.marking')} keys="Alt+M" hint id="compose-marking" tlp>
          <TlpChoices label={t('compose.marking')} hideLabel value={form.tlp} onChange={(tlp) => edit({ tlp })} />
        </FormLine>
        <ProtectLine typing={typing} />
        <TemplateLine view={view} typing={typing} />
        <ObservablesLine view={view} typing={typing} />
        <ClassesLine view={view} typing={typing} />
        <MarkedText text={form.text} onChange={(text) => edit({ text })} offending={offendingIn(view)} />
      </div>
      <AttachBar view={view} typing={typing} />
    </section>
  )
}

/** What a stop or a condition names as to be hidden. */
const offendingIn = ({ verdict }: DraftView): readonly string[] =>
  verdict.reasons.flatMap(({ level, fix }) => (level !== 'allow' && fix?.kind === 'redact' ? fix.items : []))

function SubjectLine({ typing: { form, edit } }: Pick<Props, 'typing'>) {
  return (
    <FormLine label={t('compose.subject')} keys="Alt+J" id="compose-subject">
      <input
        className="input input-bare compose-subject"
        aria-label={t('compose.subject')}
        value={form.subject}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => edit({ subject: currentTarget.value.slice(0, 1_000) })}
      />
      <span className="dim">
        {form.protection === 'signed' ? t('compose.subject-open') : t('compose.subject-inside')}
      </span>
    </FormLine>
  )
}

function ProtectLine({ typing: { form, edit } }: Pick<Props, 'typing'>) {
  const clear = mayGoInClear(form.tlp)
  return (
    <FormLine label={t('compose.protect')} keys="Alt+P" id="compose-protect">
      <Choices
        label={t('compose.protect')}
        hideLabel
        look="segments"
        value={form.protection}
        choices={[
          { value: 'encrypted', label: t('compose.protect.encrypted') },
          { value: 'signed', label: t('compose.protect.signed'), disabled: !clear && form.protection !== 'signed' },
        ]}
        onChange={(protection) => edit({ protection })}
      />
      <Checkbox checked={form.formal} onChange={(formal) => edit({ formal })}>
        {t('compose.formal')}
      </Checkbox>
    </FormLine>
  )
}

function ObservablesLine({ view, typing: { form, edit } }: Props) {
  const state = openCases.use(view.draft.case).value?.state ?? null
  const count = state?.observables.filter((one) => one.state !== 'benign').length ?? 0
  const words =
    view.draft.case === null
      ? t('compose.observables-no-case')
      : count === 0
        ? t('compose.observables-empty')
        : t('compose.observables-count', { n: count })
  return (
    <FormLine label={t('compose.observables')} keys="Alt+O" id="compose-observables">
      <Choices
        label={t('compose.observables')}
        hideLabel
        look="segments"
        value={form.observables}
        choices={(['none', 'text', 'csv'] as const).map((value) => ({
          value,
          label: t(`compose.observables.${value}`),
          disabled: count === 0 && value !== form.observables,
        }))}
        onChange={(observables) => edit({ observables })}
      />
      <span className="dim cut">{words}</span>
    </FormLine>
  )
}
