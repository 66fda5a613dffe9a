/** The gate for the renderer's tests: the real rule and the real redaction over made-up cases and cards. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { shippedDisclosure } from '../../../shared/domain/disclosure/shipped.ts'
import type { DisclosureRequest } from '../../../shared/domain/disclosure/request.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { wholeRule } from '../../../shared/domain/disclosure/whole-rule.ts'
import { itemsIn } from '../../../shared/domain/redaction/find-items.ts'
import { redact, type RedactedText } from '../../../shared/domain/redaction/redact.ts'
import { named, picked, type Candidate, type Hidden } from '../../../shared/domain/redaction/redaction.ts'
import type { DisclosureView, VersionRow } from '../../../shared/ipc/case-views.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/kit/result.ts'

type DisclosureCalls = Pick<
  Handlers<'core'>,
  'disclosure.show' | 'disclosure.save' | 'disclosure.check' | 'redaction.preview'
>

const known = {
  persons: ['Ana Ortega', 'Björn Lind'],
  organisations: ['Fenland Water'],
  hostile: ['203.0.113.77'],
  ours: ['CSIRT-Northmoor', 'MK', 'Mara Kestrel', 'northmoor.example', 'example.org'],
}

export interface FakeRedaction extends RedactedText {
  readonly offered: readonly Hidden[]
  /** Tells somebody who it is about, and where. */
  readonly people: readonly string[]
  readonly places: readonly string[]
}

export function fakeRedaction(text: string, hide: readonly string[]): FakeRedaction {
  const names = named(picked(hide, itemsIn(text, known)), [])
  const shown = redact(text, names)
  const left = itemsIn(shown.text, known)
  const telling = left.filter(({ identifies }) => identifies)
  return {
    ...shown,
    offered: named(left, names),
    people: telling.filter((one) => !isPlace(one)).map(({ item }) => item),
    places: telling.filter(isPlace).map(({ item }) => item),
  }
}

const isPlace = ({ kind }: Hidden | Candidate): boolean => kind === 'address' || kind === 'host' || kind === 'link'

export type FakeAsk = Pick<DisclosureRequest, 'marking' | 'recipients' | 'channel' | 'text' | 'classes' | 'disguised'>

export const fakeVerdict = (ask: FakeAsk, state: CaseState | null): Verdict => {
  const { people, places } = fakeRedaction(ask.text, [])
  const request = {
    ...ask,
    caseMarking: state?.tlp ?? null,
    loosenedBecause: null,
    purpose: 'incident' as const,
    sensitivity: null,
    permissions: state?.permissions ?? [],
    vendorTold: state === null ? null : false,
    embargo: state?.embargo ?? null,
    approver: null,
    identifying: [...people, ...places],
    places,
  }
  return wholeRule(request, shippedDisclosure, new Date().toISOString())
}

const shipped: VersionRow = { version: 0, at: null, code: null, reason: '', name: shippedDisclosure.name }

/** The policy that is judged by stays the shipped one; what is put in force is shown and kept. */
export const fakeDisclosure = (): DisclosureCalls => {
  let view: DisclosureView = { policy: shippedDisclosure, version: shipped, history: [shipped] }
  return {
    'disclosure.show': async () => ok(view),
    'disclosure.save': async ({ policy, reason }) => {
      const version = { ...shipped, version: view.history.length, at: new Date().toISOString(), code: 'MK', reason }
      view = { policy, version, history: [version, ...view.history] }
      return ok(view)
    },
    'disclosure.check': async ({ tlp, channel, text, classes, disguised }) =>
      ok(fakeVerdict({ marking: tlp ?? 'AMBER', recipients: [], channel, text, classes, disguised }, null)),
    'redaction.preview': async ({ text, hide }) => {
      const { text: shown, done, offered } = fakeRedaction(text, hide)
      return ok({ text: shown, done, offered })
    },
  }
}
