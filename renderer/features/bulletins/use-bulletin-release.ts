/** The way out of an announcement: saved, a folder chosen, signed and written; a locked own key is asked for on the way. */
import { useState } from 'react'
import type { Bulletin } from '../../../shared/ipc/exchange-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { releaseBulletin } from '../../state/bulletins.ts'
import { pick } from '../../state/desk.ts'
import { unlockKey } from '../../state/keyring.ts'
import { showProblem, told } from '../../state/toasts.ts'
import type { KeepUnlocked } from '../../ui/unlock-key-dialog.tsx'

export interface BulletinReleasing {
  readonly busy: boolean
  readonly release: () => Promise<void>
  /** The own key that has to be unlocked before it can go on. */
  readonly locked: string | null
  readonly unlock: (passphrase: string, keep: KeepUnlocked) => Promise<Saying | null>
  readonly giveUp: () => void
}

export function useBulletinRelease({ id }: Bulletin, save: () => Promise<boolean>): BulletinReleasing {
  const [busy, setBusy] = useState(false)
  const [locked, setLocked] = useState<string | null>(null)
  const release = async (): Promise<void> => {
    if (busy || !(await save())) return
    const [folder] = told(await pick('folder', 'bulletin')) ?? []
    if (folder === undefined) return
    setBusy(true)
    const answer = await releaseBulletin(id, folder.grant)
    setBusy(false)
    if (answer.ok) return
    const { code, params } = answer.problem
    if (code === 'key-locked' && typeof params['fingerprint'] === 'string') setLocked(params['fingerprint'])
    else showProblem(answer.problem)
  }
  /** The grant of the folder was used up, so it is asked for again. */
  const unlock = async (passphrase: string, keep: KeepUnlocked): Promise<Saying | null> => {
    if (locked === null) return null
    const answer = await unlockKey({ fingerprint: locked, passphrase, keep })
    if (!answer.ok) return answer.problem
    setLocked(null)
    await release()
    return null
  }
  return { busy, release, locked, unlock, giveUp: () => setLocked(null) }
}
