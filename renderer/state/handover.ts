/** The handover of the shift and the capsules that came, as core last said, with the verbs that give, take and merge; decisions of a merge are kept here until it is finished. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Input } from '../../shared/ipc/contract.ts'
import type { CapsuleMade, CapsuleTaken, CapsuleView, HandoverView } from '../../shared/ipc/handover-views.ts'
import type { FileInput } from '../../shared/ipc/inputs.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, onFeed, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

/** Read from all open cases, so only the page of the handover asks for it. */
export const handover = createMirror<HandoverView>(
  async () => noting(await client['handover.show']({})),
  ['handover.changed'],
)

/** Read anew on coming, and whenever a case changes. */
export function useLiveHandover(): ReturnType<typeof handover.use> {
  useEffect(() => {
    const { value, problem } = handover.get()
    // The first to use it asks by itself.
    if (value !== null || problem !== null) void handover.refresh()
    return onFeed('queue.changed', () => void handover.refresh())
  }, [])
  return handover.use()
}

/** `openCapsules.use(id)`. */
export const openCapsules = createKeyedMirror<CapsuleView, 'handover.changed' | 'queue.changed'>(
  (id) => client['capsule.show']({ id }),
  [{ feed: 'handover.changed' }, { feed: 'queue.changed' }],
)

/** The rail counts the capsules that wait, without asking for the whole handover. */
function noting(answer: Answer<HandoverView>): Answer<HandoverView> {
  if (answer.ok) useKept.setState({ capsules: answer.value.capsules.length })
  return answer
}

async function taking(asking: Promise<Answer<HandoverView>>): Promise<Answer<HandoverView>> {
  const answer = noting(await asking)
  if (answer.ok) handover.take(answer.value)
  return answer
}

export const writeHandover = (change: Input<'handover.write'>): Promise<Answer<HandoverView>> =>
  taking(client['handover.write'](change))

export const withdraw = (): Promise<Answer<HandoverView>> => taking(client['handover.withdraw']({}))

export const readLine = (wish: Input<'handover.read'>): Promise<Answer<HandoverView>> =>
  taking(client['handover.read'](wish))

export const takeOver = (): Promise<Answer<HandoverView>> => taking(client['handover.take']({}))

export const giveBack = (): Promise<Answer<HandoverView>> => taking(client['handover.back']({}))

async function making(asking: Promise<Answer<CapsuleMade>>): Promise<Answer<CapsuleMade>> {
  const answer = await asking
  if (answer.ok) await handover.refresh()
  return answer
}

export const give = (wish: Input<'handover.give'>): Promise<Answer<CapsuleMade>> =>
  making(client['handover.give'](wish))

/** The receipt, or what was done since, back to where it came from. */
export const answerCapsule = (grant: string): Promise<Answer<CapsuleMade>> =>
  making(client['handover.answer']({ target: { grant } }))

export const makeFieldCopy = (wish: Input<'capsule.field'>): Promise<Answer<CapsuleMade>> =>
  making(client['capsule.field'](wish))

interface Refused {
  /** As the file was called. */
  readonly name: string
  readonly problem: Saying
}

interface Kept {
  /** How many wait for a decision. */
  readonly capsules: number
  readonly refused: Refused | null
  readonly decisions: Readonly<Record<string, Decisions>>
}

/** Of one question; `side` null: later. */
export interface Decision {
  readonly side: number | null
  readonly reason: string
}

/** By question. */
export type Decisions = Readonly<Record<string, Decision>>

const useKept = create<Kept>()(() => ({ capsules: 0, refused: null, decisions: {} }))

export const useWaitingCapsules = (): number => useKept(({ capsules }) => capsules)

/** The last file that was no capsule for here; it stays on the page until it is dismissed or another one opens. */
export const useRefusedCapsule = (): Refused | null => useKept(({ refused }) => refused)
export const forgetRefused = (): void => useKept.setState({ refused: null })

/** Opens, verifies and compares; nothing is stored. */
export async function openCapsule(file: FileInput): Promise<CapsuleView | null> {
  const answer = await client['capsule.open']({ file })
  useKept.setState({ refused: answer.ok ? null : { name: file.name, problem: answer.problem } })
  if (!answer.ok) return null
  openCapsules.take(answer.value.id, answer.value)
  await handover.refresh()
  return answer.value
}

const none: Decisions = {}

/** What was decided so far in a merge that is not finished: kept when one leaves the page, gone with a lock. */
export const useDecisions = (capsule: string): Decisions => useKept(({ decisions }) => decisions[capsule] ?? none)

/** `decision` null: taken back. */
export function decide(capsule: string, questions: readonly string[], decision: Decision | null): void {
  useKept.setState(({ decisions }) => {
    const others = Object.entries(decisions[capsule] ?? none).filter(([question]) => !questions.includes(question))
    const made = decision === null ? [] : questions.map((question) => [question, decision] as const)
    return { decisions: { ...decisions, [capsule]: Object.fromEntries([...others, ...made]) } }
  })
}

const forgetDecisions = (capsule: string): void =>
  useKept.setState(({ decisions }) => ({
    decisions: Object.fromEntries(Object.entries(decisions).filter(([id]) => id !== capsule)),
  }))

/** All of it in one step, or nothing; a large one in turns, of which those that were done stay. */
export async function takeCapsule(id: string, decisions: Decisions): Promise<Answer<CapsuleTaken>> {
  const given = Object.entries(decisions).map(([question, decision]) => ({ question, ...decision }))
  const answer = await client['capsule.take']({ id, decisions: given })
  if (!answer.ok) return answer
  forgetDecisions(id)
  await handover.refresh()
  return answer
}

export async function dropCapsule(id: string): Promise<Answer<null>> {
  const answer = await client['capsule.drop']({ id })
  if (!answer.ok) return answer
  forgetDecisions(id)
  await handover.refresh()
  return answer
}
