/** card reach: the way to a team at this minute, the number or address first. */
import type { Input } from '../../../shared/ipc/contract.ts'
import {
  askers,
  reachPurposes,
  sensitivities,
  urgencies,
  type ProtectedWay,
  type Reach,
} from '../../../shared/domain/reach/reach.ts'
import { say, saying, word, type Language, type Saying } from '../../../shared/words/say.ts'
import { saidJson, type Answer, type Call } from '../command.ts'
import type { Args } from '../parse.ts'
import { oneOf } from '../values.ts'

/** What is not given is as the contract has it. The instant is that of the core: the clock, or --now. */
export async function reach(call: Call): Promise<Answer> {
  const question = questionOf(call.args)
  const { ask } = await call.vault()
  const answer = await ask('card.reach', question)
  return { json: reachShape(answer, call.language), text: reachText(answer, call.language) }
}

function questionOf(args: Args): Input<'card.reach'> {
  const given = <const T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = args.one(name)
    return value === null ? undefined : oneOf(value, allowed, `--${name}`)
  }
  return {
    card: args.words[0] ?? '',
    urgency: given('urgency', urgencies),
    sensitivity: given('sensitivity', sensitivities),
    purpose: given('purpose', reachPurposes),
    audience: given('audience', askers),
  }
}

/** signet.reach/1. */
export function reachShape(answer: Reach, language: Language) {
  const said = (sayings: readonly Saying[]) => sayings.map((one) => saidJson(language, one))
  return {
    schema: 'signet.reach/1' as const,
    open: answer.open,
    localTime: answer.localTime,
    channel: answer.channel,
    script: answer.script,
    subjectKeyword: answer.subjectKeyword,
    reasons: said(answer.reasons),
    warnings: said(answer.warnings),
    opensAt: answer.opensAt,
    closesAt: answer.closesAt,
    fallbacks: answer.fallbacks.map((way) => ({ ...way, because: saidJson(language, way.because) })),
    refused: answer.refused.map((way) => ({ ...way, because: saidJson(language, way.because) })),
  }
}

const most = 12

/** At most twelve lines: what does not fit is counted, and --json has all of it. */
export function reachText(answer: Reach, language: Language): string {
  const line = (mark: string, one: Saying): string => `  ${mark} ${say(language, one)}`
  const head = headOf(answer, language)
  const reasons = answer.reasons.slice(0, 4).map((one) => line('+', one))
  const tail = [
    ...answer.fallbacks.slice(0, 1).map((way) => `  > ${wayText(way, language)}. ${say(language, way.because)}`),
    ...answer.refused.slice(0, 1).map(({ because }) => line('x', because)),
  ]
  const room = most - head.length - reasons.length - tail.length
  const { warnings } = answer
  const fits = warnings.length <= room
  const shownWarnings = warnings.slice(0, fits ? room : room - 1).map((one) => line('!', one))
  const more = fits ? [] : [line('!', saying('reach.text.more', { count: warnings.length - shownWarnings.length }))]
  return [...head, ...reasons, ...shownWarnings, ...more, ...tail].join('\n')
}

function headOf({ channel, script, subjectKeyword, ...answer }: Reach, language: Language): readonly string[] {
  return [
    channel === null ? word(language, 'reach.mind.no-way') : wayText(channel, language),
    ...(channel?.kind === 'phone' && script !== null ? [word(language, 'reach.text.script', { script })] : []),
    ...(channel?.kind === 'email' && subjectKeyword !== null
      ? [word(language, 'reach.text.subject', { keyword: subjectKeyword })]
      : []),
    clockText(answer, language),
  ]
}

const wayText = ({ value, kind, protection }: ProtectedWay, language: Language): string =>
  `${value}  (${word(language, `reach.text.${kind}`)}${protection === 'pgp' ? `, ${word(language, 'reach.text.pgp')}` : ''})`

function clockText(
  { open, opensAt, closesAt, localTime }: Pick<Reach, 'open' | 'opensAt' | 'closesAt' | 'localTime'>,
  language: Language,
): string {
  const change = opensAt ?? closesAt
  const until = change === null ? '' : `, ${word(language, 'reach.text.until', { instant: minutes(change) })}`
  const there = localTime === null ? '' : `; ${word(language, 'reach.text.there', { time: localTime.slice(0, 16) })}`
  return `${word(language, `reach.${open}`)}${until}${there}`
}

const minutes = (iso: string): string => `${iso.slice(0, 16)}Z`
