/** When the desk locks, what it shows while locked, and a new passphrase. */
import { useState } from 'react'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { desk, setPreferences } from '../../state/desk.ts'
import { showDone, told } from '../../state/toasts.ts'
import { changePassphrase } from '../../state/vault.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

export function LockSection() {
  const counts = desk.use().value?.preferences.showCountsWhenLocked ?? false
  return (
    <>
      <Block title={t('settings.lock')} why={t('settings.lock-why')}>
        <p>{t('settings.locks-when')}</p>
        <Checkbox
          checked={counts}
          onChange={(shown) => void setPreferences({ showCountsWhenLocked: shown }).then(told)}
          detail={t('settings.counts-why')}
        >
          {t('settings.counts')}
        </Checkbox>
      </Block>
      <Block title={t('settings.passphrase')} why={t('settings.passphrase-why')}>
        <PassphraseForm />
      </Block>
    </>
  )
}

const blank = { current: '', next: '', again: '' }

function PassphraseForm() {
  const [typed, setTyped] = useState(blank)
  const [problem, setProblem] = useState<Saying | null>(null)
  const ready = typed.current !== '' && typed.next !== '' && typed.next === typed.again
  const change = async (): Promise<void> => {
    const answer = await changePassphrase(typed.current, typed.next)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setTyped(blank)
    showDone(saying('settings.passphrase-changed'))
  }
  const differs = typed.again !== '' && !typed.next.startsWith(typed.again)
  return (
    <form
      className="stack settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void change()
      }}
    >
      <PassphraseField
        label={t('settings.current')}
        value={typed.current}
        onChange={(current) => setTyped({ ...typed, current })}
      />
      <PassphraseField
        label={t('lock.new-passphrase')}
        value={typed.next}
        onChange={(next) => setTyped({ ...typed, next })}
      />
      <PassphraseField
        label={t('lock.again')}
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
        aside={differs ? t('lock.differs') : undefined}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div>
        <Button type="submit" disabled={!ready}>
          {t('settings.passphrase-change')}
        </Button>
      </div>
    </form>
  )
}
