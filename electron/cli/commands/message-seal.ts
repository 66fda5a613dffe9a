/** message seal: a message made, judged, sealed and released in one go, by the way that drafts of the desk go. */
import { basename } from 'node:path'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { say, saying } from '../../../shared/words/say.ts'
import type { DraftRecord } from '../../core/exchange/exchange-records.ts'
import type { OutgoingFile } from '../../core/mime/build.ts'
import type { Session } from '../../core/session.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { readLine, readText } from '../read-text.ts'
import { verdictShape, verdictText } from '../shapes/verdict-shape.ts'
import { needed, oneOf } from '../values.ts'
import { classesOf, withClasses } from './classes.ts'
import { recipientIds } from './recipients.ts'

const forms = ['eml', 'asc', 'pgp'] as const

export async function seal(call: Call): Promise<Answer> {
  const { args, files, language } = call
  const classes = classesOf(args)
  const out = needed(args, 'out')
  const form = oneOf(args.one('format') ?? formOf(out), forms, '--format')
  const target = files.target(out)
  if (args.many('to').length === 0) throw new Usage(saying('cli.option-missing', { option: '--to' }))
  const override = args.one('override') === null ? null : (await readText(call, needed(args, 'override'))).trim()
  if (override === '') throw new Refused(saying('reason-needed'))
  const [text, attached] = [await textOf(call), await attachments(call)]
  const { session } = await call.vault()
  const draft = await draftOf(call, session, text)
  const [{ recipientsOf }, { releaseNow, requestOf }, { firstRule }] = await Promise.all([
    import('../../core/exchange/recipients.ts'),
    import('../../core/exchange/drafts.ts'),
    import('../../../shared/domain/disclosure/first-rule.ts'),
  ])
  const recipients = recipientsOf(session, draft.to)
  const verdict = withClasses(firstRule(requestOf(session, draft, recipients, override), call.now), classes)
  const answer = (file: string | null): Answer & { json: ReturnType<typeof verdictShape> } => {
    const json = verdictShape(
      verdict,
      recipients.map(({ shown }) => shown),
      file,
      language,
    )
    return { json, text: verdictText(json) }
  }
  if (verdict.verdict === 'condition' && override === null) return { ...answer(null), refused: conditionOf(verdict) }
  const grant = target.grant
  const wish = { form, grant, conditionsAccepted: override !== null, files: attached, override }
  const done = await releaseNow(session, draft, wish)
  if (!done.ok) return { ...answer(null), refused: done.problem }
  const { json, text: said } = answer(out)
  return { json: { ...json, sha256: done.value.sha256, exchange: done.value.exchange }, text: said }
}

const formOf = (out: string): string => /\.(asc|pgp|gpg)$/i.exec(out)?.[1]?.toLowerCase().replace('gpg', 'pgp') ?? 'eml'

function conditionOf({ reasons }: Verdict) {
  const first = reasons.find(({ level }) => level === 'condition')
  return saying('release-condition', { reason: first === undefined ? '' : say('en', first.said) })
}

async function draftOf(call: Call, session: Session, text: string): Promise<DraftRecord> {
  const { findCase } = await import('../../core/cases/case-book.ts')
  const number = call.args.one('case')
  const state = number === null ? null : taken(findCase(session, number)).state
  const subject = call.args.one('subject')
  return {
    id: session.ports.newId(),
    case: state?.number ?? null,
    to: [...(await recipientIds(session, call.args.many('to')))],
    subject: subject === null ? (state?.title ?? '') : await readLine(call, subject),
    text,
    tlp: tlpOf(call) ?? state?.tlp ?? 'AMBER',
    attachOwnKey: call.args.has('attach-key'),
    inReplyTo: null,
    savedAt: call.now,
  }
}

/** With or without "TLP:" before it. */
export function tlpOf({ args }: Pick<Call, 'args'>): DraftRecord['tlp'] | null {
  const given = args.one('tlp')
  return given === null ? null : oneOf(given.toUpperCase().replace(/^TLP:/, ''), tlps, '--tlp')
}

/** No --in, or an empty one, is for files alone. */
async function textOf(call: Call): Promise<string> {
  const given = call.args.one('in')
  if (given === null && call.args.many('attach').length === 0)
    throw new Usage(saying('cli.option-missing', { option: '--in' }))
  if (given === null) return ''
  return readText(call, given === '-' ? '-' : `@${given}`)
}

async function attachments(call: Call): Promise<readonly OutgoingFile[]> {
  const { readInput } = await import('../../core/files/input.ts')
  const files: OutgoingFile[] = []
  for (const given of call.args.many('attach')) {
    const { name, bytes } = taken(readInput(call.files, await call.files.input(given)))
    files.push({ name: basename(name), type: '', bytes })
  }
  return files
}
