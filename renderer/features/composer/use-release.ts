/** The way out of a draft: saved and judged once more, where to, released; a locked own key is asked for on the way. */
import { useState } from 'react'
import type { DraftView, Released } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { drafts, releaseDraft, type DraftForm } from '../../state/drafts.ts'
import { unlockKey } from '../../state/keyring.ts'
import { showProblem, told } from '../../state/toasts.ts'
import type { KeepUnlocked } from '../../ui/unlock-key-dialog.tsx'
import type { SavedForm } from '../../ui/use-saved-form.ts'
import type { Override } from '../../ui/gate-override.tsx'
import { waitsAnyway, waitsFor } from './waits.ts'

export type ReleaseForm = Released['form']

interface Target {
  readonly form: ReleaseForm
  readonly to: { readonly grant: string } | null
  readonly override: Override | null
}

interface Locked extends Target {
  readonly fingerprint: string
}

export interface Releasing {
  readonly busy: boolean
  /** `override`: against a stop, with the reason and the code. */
  readonly release: (form: ReleaseForm, override?: Override) => Promise<void>
  /** The own key that has to be unlocked before it can go on. */
  readonly locked: string | null
  readonly unlock: (passphrase: string, keep: KeepUnlocked) => Promise<Saying | null>
  readonly giveUp: () => void
}

export function useRelease(
  view: DraftView,
  typing: SavedForm<DraftForm>,
  acceptedOf: string | null,
  onReleased: (released: Released) => void,
): Releasing {
  const [busy, setBusy] = useState(false)
  const [locked, setLocked] = useState<Locked | null>(null)
  const { id } = view.draft

  const go = async ({ form, to, override }: Target): Promise<void> => {
    const target = to === null ? {} : { to }
    const conditionsAccepted = acceptedOf !== null || override !== null
    const answer = await releaseDraft({ id, form, ...target, conditionsAccepted, override })
    if (answer.ok) {
      typing.forget()
      return onReleased(answer.value)
    }
    const fingerprint = lockedKeyOf(answer.problem)
    if (fingerprint === null) showProblem(answer.problem)
    else setLocked({ form, to, override, fingerprint })
  }
  const waits = (shown: DraftView, override: Override | null): boolean =>
    (override === null ? waitsFor(shown, typing.form, acceptedOf) : waitsAnyway(shown, typing.form)) !== null
  const release = async (form: ReleaseForm, override: Override | null = null): Promise<void> => {
    if (busy || waits(view, override) || !(await typing.save())) return
    // What was just saved may have brought a new stop or condition: nobody has seen it yet.
    const saved = drafts.get(id).value ?? view
    if (waits(saved, override)) return
    setBusy(true)
    const to = form === 'clipboard' ? null : await targetFor(view, form)
    if (to !== undefined) await go({ form, to, override })
    setBusy(false)
  }
  const unlock = async (passphrase: string, keep: KeepUnlocked): Promise<Saying | null> => {
    if (locked === null) return null
    const answer = await unlockKey({ fingerprint: locked.fingerprint, passphrase, keep })
    if (!answer.ok) return answer.problem
    setLocked(null)
    await go(locked)
    return null
  }
  return { busy, release, locked: locked?.fingerprint ?? null, unlock, giveUp: () => setLocked(null) }
}

function lockedKeyOf({ code, params }: Saying): string | null {
  const { fingerprint } = params
  return code === 'key-locked' && typeof fingerprint === 'string' ? fingerprint : null
}

/** Undefined where the person has cancelled the dialog. */
async function targetFor({ draft }: DraftView, form: ReleaseForm): Promise<{ readonly grant: string } | undefined> {
  const name = `${draft.case ?? 'message'}.${form}`
  const [chosen] = told(await pick('save', 'message', name)) ?? []
  return chosen === undefined ? undefined : { grant: chosen.grant }
}
