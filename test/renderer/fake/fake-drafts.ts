/** Drafts in memory for the renderer's tests, judged by the real gate over the recipients' keys. */
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { proposedClasses } from '../../../shared/domain/disclosure/propose.ts'
import type { JudgedRecipient } from '../../../shared/domain/disclosure/request.ts'
import { numberLine } from '../../../shared/domain/exchange/numbering.ts'
import type { TemplateName } from '../../../shared/domain/exchange/template.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Draft, DraftView, Recipient } from '../../../shared/ipc/views.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import { fakeRedaction, fakeVerdict } from './fake-disclosure.ts'
import { teamKey } from './sample-keys.ts'

type DraftCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `draft.${string}`>>

interface Around {
  readonly cards: () => readonly CardView[]
  readonly caseOf: (number: string) => CaseState | null
  readonly newId: () => string
}

const day = 86_400_000
const from = (days: number): string => new Date(Date.now() + days * day).toISOString()
const sha256 = 'd41f08a7c3e95b26470d8fa1be6c3952708e14dbf6a2c95d3807be41f92a6c05'

const textOfSample =
  'Dear colleagues,\n\nwe work on logins with a stolen service account at one of our constituents. The first came from 203[.]0[.]113[.]77 on 14 Nov 2026 at 02:11:09Z, through the VPN appliance.\n\nPlease tell us:\n1. Do you know this address as part of a service of yours?\n2. Which logs do you hold for it, and until when?\n\nPlease answer by Mon 23 Nov 2026, 18:00Z, and encrypt your answer.'

const textOfGate =
  'Hello,\n\nwe work on logins with a stolen service account at one of our constituents. The first came from 203[.]0[.]113[.]77 on 14 Nov 2026 at 02:11:09Z, through the VPN appliance.\n\nTwo people used the same appliance in that hour: Ana Ortega (user: a.ortega) and Björn Lind (user: b.lind). Their sessions look normal.\n\nPlease tell us which logs you hold, and until when.'

/** Scenes: `x-gate` is stopped at names for a vendor, `x-7` waits for a condition, `x-blocked` for a key, `x-clear` the same with TLP:GREEN, `x-locked` for our own key. */
const scenes: Readonly<Record<string, Partial<Draft>>> = {
  'x-7': { to: ['card-harrow', 'card-orchard'] },
  'x-ready': { to: ['card-harrow', 'card-westmere'] },
  'x-blocked': { to: ['card-harrow', 'card-delta', 'card-ridgeline'] },
  'x-clear': { to: ['card-harrow', 'card-ridgeline'], tlp: 'GREEN', case: null },
  'x-locked': { to: ['card-harrow'] },
  'x-gate': { to: ['card-harrow', 'card-orchard'], text: textOfGate, classes: ['private-user', 'intruder'] },
}

const sample = (id: string): Draft => ({
  id,
  case: '2026-MK-0004',
  to: [],
  subject: 'urgent: request for information',
  text: textOfSample,
  tlp: 'AMBER',
  attachOwnKey: true,
  inReplyTo: null,
  savedAt: new Date().toISOString(),
  language: 'en',
  protection: 'encrypted',
  formal: false,
  observables: 'none',
  files: [],
  classes: [],
  redact: [],
  ...scenes[id],
})

export function fakeDrafts(around: Around): DraftCalls {
  const drafts = new Map<string, Draft>()
  const filled = new Map<string, TemplateName>()
  /** Our key is asked for once; the second try finds it unlocked. */
  const locked = new Set(['x-locked'])
  const find = (id: string): Draft => drafts.get(id) ?? sample(id)
  const put = (draft: Draft): DraftView => {
    const saved = { ...draft, savedAt: new Date().toISOString() }
    drafts.set(saved.id, saved)
    return viewOf(saved, around, filled.get(saved.id) ?? null)
  }
  return {
    'draft.new': async ({ case: number, to, inReplyTo }) => {
      const tlp = number === null ? 'AMBER' : (around.caseOf(number)?.tlp ?? 'AMBER')
      const text = 'Dear colleagues,\n\n'
      return ok(put({ ...sample(around.newId()), case: number, to, inReplyTo, tlp, text, subject: 'Request for logs' }))
    },
    'draft.save': async (change) => ok(put({ ...find(change.id), ...change })),
    'draft.fill': async ({ id, template, language }) => {
      filled.set(id, template)
      const draft = find(id)
      const state = draft.case === null ? null : around.caseOf(draft.case)
      return ok(put({ ...draft, language, ...textOf(template, language, state) }))
    },
    'draft.attach': async ({ id, file }) => {
      const draft = find(id)
      const size = 'bytes' in file ? file.bytes.length : 18_230
      const added = { blob: around.newId(), name: file.name, size, sha256 }
      return ok(put({ ...draft, files: [...draft.files, added] }))
    },
    'draft.detach': async ({ id, blob }) => {
      const draft = find(id)
      return ok(put({ ...draft, files: draft.files.filter((one) => one.blob !== blob) }))
    },
    'draft.split': async ({ id, by }) => {
      const draft = find(id)
      const { recipients } = viewOf(draft, around, null)
      const able = recipients.filter(({ encrypts }) => encrypts.today).map(({ card }) => card)
      const [first = [], ...others] =
        by === 'usable' ? [able, draft.to.filter((card) => !able.includes(card))] : draft.to.map((card) => [card])
      const rest = others.filter((to) => to.length > 0).map((to) => put({ ...draft, id: around.newId(), to }))
      return ok({ drafts: [put({ ...draft, to: first }), ...rest] })
    },
    'draft.show': async ({ id }) => ok(put(find(id))),
    'draft.drop': async ({ id }) => {
      drafts.delete(id)
      return ok(null)
    },
    'draft.release': async ({ id, form, override }) => {
      if ((override?.code ?? 'MK') !== 'MK') return fail(saying('gate.code-wrong', { code: 'MK' }))
      if (locked.delete(id)) return fail(saying('key-locked', { fingerprint: teamKey }))
      return ok({ exchange: 'x-5', form, file: form === 'clipboard' ? null : `2026-MK-0004.${form}`, sha256 })
    },
  }
}

function viewOf(draft: Draft, { cards, caseOf }: Around, template: TemplateName | null): DraftView {
  const state = draft.case === null ? null : caseOf(draft.case)
  const recipients = draft.to.map((id, at) => recipientOf(id, at, cards()))
  const preview = previewOf(draft, state, recipients[0]?.number ?? 1)
  const hidden = fakeRedaction(preview, draft.redact)
  const verdict = fakeVerdict(
    {
      marking: draft.tlp,
      recipients: recipients.map(judged),
      channel: draft.protection === 'encrypted' ? 'email-pgp' : 'email-plain',
      text: hidden.text,
      classes: draft.classes,
      disguised: draft.redact.length > 0 && hidden.people.length + hidden.places.length === 0,
    },
    state,
  )
  const outer = `${draft.case === null ? '' : `[${draft.case}] `}${tlpLabel(draft.tlp)}`
  const inner = `${outer} ${draft.subject}`
  return {
    draft,
    recipients,
    verdict,
    outerSubject: draft.protection === 'signed' ? inner : outer,
    innerSubject: inner,
    preview: hidden.text,
    redacted: hidden.done,
    classesProposed: proposedClasses({ state, text: hidden.text, people: hidden.people, places: hidden.places }),
    filled: template === null ? null : { template, done: state === null ? 3 : 5, of: 6 },
  }
}

const judged = (recipient: Recipient): JudgedRecipient => ({
  ...recipient,
  id: recipient.card,
  kind: 'team',
  addressDoNotUseFor: [],
  offers: [],
  channelRules: [],
  ownOrganisation: false,
  classes: [recipient.card === 'card-ridgeline' || recipient.card === 'card-orchard' ? 'vendor' : 'csirt'],
  bonaFide: recipient.trust === 'verified' ? 'checked' : 'unchecked',
  concerned: false,
})

const withoutKey: Recipient = {
  card: 'card-ridgeline',
  name: 'Ridgeline Networks',
  address: 'security@ridgeline.example',
  fingerprint: null,
  keyState: 'none',
  trust: null,
  expires: null,
  encrypts: { today: false, due: null },
  verified: null,
  number: 1,
}

function recipientOf(id: string, at: number, cards: readonly CardView[]): Recipient {
  const card = cards.find((one) => one.id === id)
  if (card === undefined) return withoutKey
  const { reading, keys } = card
  const [key] = keys
  const today = key !== undefined && (key.state === 'usable' || key.state === 'repaired')
  const due = from(25)
  return {
    card: id,
    name: reading.names.short ?? id,
    address: incidentAddress(reading) ?? reading.emails[0]?.address ?? null,
    fingerprint: key?.fingerprint ?? null,
    keyState: key?.state ?? 'none',
    trust: key?.trust ?? null,
    expires: key?.expires ?? null,
    encrypts: { today, due: { at: due, can: today && (key.expires === null || key.expires > due) } },
    verified: key?.trust === 'verified' ? { at: from(-225), how: 'call-back', code: 'MK' } : null,
    number: 12 - at * 4,
  }
}

function previewOf(draft: Draft, state: CaseState | null, number: number): string {
  const label = tlpLabel(draft.tlp)
  const observables = draft.observables === 'text' ? `\n\nObservables:\n${observablesOf(state)}` : ''
  const name = draft.formal ? 'Mara Kestrel' : 'MK'
  const counted = numberLine(draft.language, { number, received: [1, 2, 4] })
  return `${label}\n\n${counted}\n\n${draft.text.trim()}${observables}\n\n${name}, CSIRT-Northmoor\n\n${label}\n`
}

const observablesOf = (state: CaseState | null): string =>
  (state?.observables ?? [])
    .filter((one) => one.state !== 'benign')
    .map((one) => `- ${defang(one)}`)
    .join('\n')

function textOf(
  template: TemplateName,
  language: Draft['language'],
  state: CaseState | null,
): Pick<Draft, 'subject' | 'text'> {
  const seen = observablesOf(state)
  return language === 'es'
    ? { subject: `Notificación: ${template}`, text: `Hola:\n\nTrabajamos en un incidente que les afecta.\n\n${seen}\n` }
    : {
        subject: `${template}: ${state?.title ?? '…'}`,
        text: `Hello,\n\nwe work on an incident that concerns you.\n\nWhat we know so far:\n${seen}\n\nPlease look at these systems and keep your logs.\n`,
      }
}
