/** Fills the plain texts of the templates from the case, the report and who we are; a person changes them before they leave. */
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { ReportField } from '../../../shared/domain/report/report-reading.ts'
import type { Me } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'

export const templateNames = ['notification', 'request', 'acknowledgement', 'complete'] as const
export type TemplateName = (typeof templateNames)[number]

export interface Slots {
  readonly state: CaseState | null
  readonly missing: readonly ReportField[]
  readonly me: Me | null
}

const most = 20

/** Subject and text; where there is no case, its slots stay visibly empty. */
export function fillTemplate(name: TemplateName, slots: Slots): { readonly subject: string; readonly text: string } {
  const { state, me } = slots
  const about = {
    title: state?.title ?? '…',
    number: state?.number ?? '…',
    name: me?.analyst.code ?? '…',
    team: me?.ownCard?.name ?? '…',
  }
  const subject = t(`template.${name}.subject`, about).slice(0, 900)
  const numbered = state === null ? subject : `[${state.number}] ${subject}`
  return { subject: numbered, text: textOf(name, about, slots) }
}

type About = Readonly<Record<'title' | 'number' | 'name' | 'team', string>>

function textOf(name: TemplateName, about: About, { state, missing }: Slots): string {
  switch (name) {
    case 'notification':
      return t('template.notification.text', { ...about, observables: observables(state) })
    case 'request':
      return t('template.request.text', { ...about, observables: observables(state) })
    case 'acknowledgement':
      return t('template.acknowledgement.text', about)
    case 'complete':
      return t('template.complete.text', { ...about, missing: facts(missing) })
  }
}

function observables(state: CaseState | null): string {
  const telling = (state?.observables ?? []).filter((one) => one.state !== 'benign').slice(0, most)
  return telling.length === 0 ? t('template.no-observables') : telling.map((one) => `- ${defang(one)}`).join('\n')
}

const facts = (missing: readonly ReportField[]): string =>
  missing.length === 0 ? t('template.no-missing') : missing.map((field) => `- ${t(`intake.field.${field}`)}`).join('\n')
