/** message seal: a message made, judged, sealed and released in one go, by the way that drafts of the desk go. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { messageLanguages, templateNames } from '../../../shared/domain/exchange/template.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { say, saying } from '../../../shared/words/say.ts'
import type { DraftRecord } from '../../core/exchange/draft-records.ts'
import type { LargeFile } from '../../core/exchange/large-release.ts'
import type { OutgoingFile } from '../../core/mime/build.ts'
import type { Session } from '../../core/session.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { readLine, readText } from '../read-text.ts'
import { verdictShape, verdictText } from '../shapes/verdict-shape.ts'
import { needed, oneOf } from '../values.ts'
import { classesOf } from './classes.ts'
import { recipientIds } from './recipients.ts'
import { unlockGiven } from './unlock-given.ts'

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
  const text = await textOf(call)
  const large = await largeFile(call, form, text)
  const attached = large === null ? await attachments(call) : []
  const { session } = await call.vault()
  await unlockGiven(call, session)
  const draft = await draftOf(call, session, { text, classes })
  const [{ recipientsOfDraft }, { draftOut }, { releaseNow }, { judge }, { profileOf }] = await Promise.all([
    import('../../core/exchange/draft-view.ts'),
    import('../../core/exchange/draft-out.ts'),
    import('../../core/exchange/draft-release.ts'),
    import('../../core/disclosure/gate.ts'),
    import('../../core/session.ts'),
  ])
  const recipients = recipientsOfDraft(session, draft)
  // Who has opened the vault is who is at the desk: their code goes with the reason.
  const consent = override === null ? null : { reason: override, code: profileOf(session).analyst.code }
  const verdict = judge(session, draftOut(session, draft, recipients, attached).ask, { override: consent })
  const answer = (file: string | null): Answer & { json: ReturnType<typeof verdictShape> } => {
    const shown = recipients.map((one) => one.shown)
    const json = verdictShape({ verdict, recipients: shown, file, override, language })
    return { json, text: verdictText(json) }
  }
  if (verdict.verdict === 'condition' && override === null) return { ...answer(null), refused: conditionOf(verdict) }
  const wish = { form, grant: target.grant, files: attached, ...(large === null ? {} : { large }) }
  const done = await releaseNow(session, draft, { ...wish, conditionsAccepted: override !== null, override: consent })
  if (!done.ok) return { ...answer(null), refused: done.problem }
  const { json, text: said } = answer(out)
  return { json: { ...json, sha256: done.value.sha256, exchange: done.value.exchange }, text: said }
}

const formOf = (out: string): string => /\.(asc|pgp|gpg)$/i.exec(out)?.[1]?.toLowerCase().replace('gpg', 'pgp') ?? 'eml'

function conditionOf({ reasons }: Verdict) {
  const first = reasons.find(({ level }) => level === 'condition')
  return saying('release-condition', { reason: first === undefined ? '' : say('en', first.said) })
}

async function draftOf(
  call: Call,
  session: Session,
  { text, classes }: { readonly text: string; readonly classes: readonly InfoClass[] },
): Promise<DraftRecord> {
  const [{ findCase }, { emptyDraft }] = await Promise.all([
    import('../../core/cases/case-book.ts'),
    import('../../core/exchange/drafts.ts'),
  ])
  const { args } = call
  const number = args.one('case')
  const state = number === null ? null : taken(findCase(session, number)).state
  const begun = emptyDraft(session, await recipientIds(session, args.many('to')))
  const draft: DraftRecord = {
    ...begun,
    case: state?.number ?? null,
    subject: state?.title ?? '',
    text,
    classes: [...classes],
    tlp: state?.tlp ?? 'AMBER',
    attachOwnKey: args.has('attach-key'),
    language: languageOf(call) ?? begun.language,
    protection: args.has('signed') ? 'signed' : 'encrypted',
    formal: args.has('formal'),
  }
  const subject = args.one('subject')
  const written = await fromTemplate(call, session, draft)
  return {
    ...written,
    subject: subject === null ? written.subject : await readLine(call, subject),
    tlp: tlpOf(call) ?? written.tlp,
  }
}

async function fromTemplate({ args }: Call, session: Session, draft: DraftRecord): Promise<DraftRecord> {
  const template = args.one('template')
  if (template === null) return draft
  const { filledDraft } = await import('../../core/exchange/draft-fill.ts')
  return filledDraft(session, draft, oneOf(template, templateNames, '--template'), draft.language)
}

function languageOf({ args }: Call): DraftRecord['language'] | null {
  const given = args.one('language')
  return given === null ? null : oneOf(given, messageLanguages, '--language')
}

/** With or without "TLP:" before it. */
export function tlpOf({ args }: Pick<Call, 'args'>): DraftRecord['tlp'] | null {
  const given = args.one('tlp')
  return given === null ? null : oneOf(given.toUpperCase().replace(/^TLP:/, ''), tlps, '--tlp')
}

/** No --in, or an empty one, is for files alone, or for what a template says. */
async function textOf(call: Call): Promise<string> {
  const { args } = call
  const given = args.one('in')
  const template = args.one('template')
  if (given !== null && template !== null) throw new Usage(saying('cli.in-or-template'))
  if (given === null && template === null && args.many('attach').length === 0)
    throw new Usage(saying('cli.option-missing', { option: '--in' }))
  if (given === null) return ''
  return readText(call, given === '-' ? '-' : `@${given}`)
}

/** One file alone, to be sealed as it is, and too large to be read into memory for that. */
async function largeFile({ args, files }: Call, form: string, text: string): Promise<LargeFile | null> {
  const [given = '-', ...more] = args.many('attach')
  if (form !== 'pgp' || given === '-' || more.length > 0 || text.trim() !== '' || args.one('template') !== null)
    return null
  const { mostInMail } = await import('../../core/exchange/large-release.ts')
  const size = statSync(files.path(given), { throwIfNoEntry: false })?.size ?? 0
  if (size <= mostInMail) return null
  const input = await files.input(given)
  const granted = 'grant' in input ? files.redeem(input.grant, 'read') : null
  return granted === null ? null : { name: granted.name, size, from: { kind: 'file', path: granted.path } }
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
