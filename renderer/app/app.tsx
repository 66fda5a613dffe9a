/** What fills the window: the first run, the lock page, or the desk; and the look of all of them. */
import { useEffect } from 'react'
import { FirstRun } from '../features/first-run/first-run.tsx'
import { LockPage } from '../features/lock/lock-page.tsx'
import { desk } from '../state/desk.ts'
import { useSetup } from '../state/setup.ts'
import { ProblemNote } from '../ui/note.tsx'
import { Frame } from './frame.tsx'
import { showTheme } from './theme.ts'
import { TrialBand } from './trial-band.tsx'

export function App() {
  const { value, problem } = desk.use()
  const setup = useSetup()
  const theme = value?.preferences.theme ?? 'system'
  useEffect(() => showTheme(theme), [theme])
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  if (!setup && value.phase === 'open') return <Frame />
  return (
    <>
      {value.trialOnly || value.vault?.trial === true ? <TrialBand alone /> : null}
      {setup || value.phase === 'none' ? <FirstRun /> : <LockPage />}
    </>
  )
}
