/** The order as it is being edited: kept as a draft soon after each change, simulated once it is kept, taken back step by step. */
import { useEffect, useRef, useState } from 'react'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { PolicyView, Simulation } from '../../../shared/ipc/case-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keepDraft, simulate } from '../../state/policy.ts'
import { showDone, told } from '../../state/toasts.ts'
import { useUnsaved } from '../../ui/unsaved.ts'
import { samePolicy } from './edit-policy.ts'

/** Typing is kept when it rests, everything else at once. */
const restMs = 500
const mostSteps = 50

export interface Draft {
  readonly policy: Policy
  /** Differs from the order in force. */
  readonly isDraft: boolean
  /** What the draft would do; null: no draft, or not counted yet. */
  readonly simulation: Simulation | null
  readonly problem: Saying | null
  /** `typing` names the field: all that is typed into one field is one step. */
  readonly edit: (next: Policy, typing?: string) => void
  readonly canUndo: boolean
  readonly undo: () => void
  readonly discard: () => void
  /** Writes what is not kept yet; true when it is. */
  readonly keep: () => Promise<boolean>
}

interface Step {
  readonly before: Policy
  readonly typing: string | null
}

export function useDraft(view: PolicyView): Draft {
  const { inForce } = view
  const [policy, setPolicy] = useState(view.draft ?? inForce)
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [simulation, setSimulation] = useState<Simulation | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const newest = useRef({ policy, kept: true })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const turn = useRef(0)

  const count = async (against: Policy): Promise<void> => {
    const mine = ++turn.current
    if (samePolicy(newest.current.policy, against)) return setSimulation(null)
    const answer = await simulate(newest.current.policy)
    if (mine !== turn.current) return
    setSimulation(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : answer.problem)
  }
  const keep = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (newest.current.kept) return true
    newest.current.kept = true
    const { policy: now } = newest.current
    const kept = told(await keepDraft(samePolicy(now, inForce) ? null : now)) !== null
    if (!kept) newest.current.kept = false
    else await count(inForce)
    return kept
  }
  useUnsaved(keep)
  const show = (next: Policy, wait: boolean): void => {
    newest.current = { policy: next, kept: false }
    setPolicy(next)
    clearTimeout(timer.current)
    if (wait) timer.current = setTimeout(() => void keep(), restMs)
    else void keep()
  }
  const edit = (next: Policy, typing?: string): void => {
    if (samePolicy(next, newest.current.policy)) return
    const before = newest.current.policy
    setSteps((old) =>
      typing !== undefined && old.at(-1)?.typing === typing
        ? old
        : [...old, { before, typing: typing ?? null }].slice(-mostSteps),
    )
    show(next, typing !== undefined)
  }
  const undo = (): void => {
    const last = steps.at(-1)
    if (last === undefined) return
    setSteps(steps.slice(0, -1))
    show(last.before, false)
  }
  const discard = (): void => {
    const before = newest.current.policy
    setSteps([])
    show(inForce, false)
    showDone(saying('policy.discarded'), () => show(before, false))
  }

  // What another window, or putting it in force, has changed: shown unless something here is not kept yet.
  const outside = view.draft ?? inForce
  const lastOutside = useRef(outside)
  useEffect(() => {
    if (lastOutside.current === outside) return
    lastOutside.current = outside
    if (!newest.current.kept || samePolicy(outside, newest.current.policy)) return
    newest.current = { policy: outside, kept: true }
    setPolicy(outside)
    setSteps([])
  }, [outside])
  const latest = useRef({ keep, count })
  useEffect(() => {
    latest.current = { keep, count }
  })
  useEffect(() => void latest.current.count(inForce), [inForce])
  useEffect(() => () => void latest.current.keep(), [])

  return {
    policy,
    isDraft: !samePolicy(policy, inForce),
    simulation,
    problem,
    edit,
    canUndo: steps.length > 0,
    undo,
    discard,
    keep,
  }
}
