/** The full check: every page of the database, every entry of the journals, every sealed file. */
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { VaultCheck } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { checkVault } from '../../state/vault.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Block } from './block.tsx'

export function CheckBlock() {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<VaultCheck | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const check = async (): Promise<void> => {
    setBusy(true)
    const answer = await checkVault()
    setBusy(false)
    setFound(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : answer.problem)
  }
  return (
    <Block title={t('store.check')} why={t('store.check-why')}>
      <div className="row">
        <ActionButton
          keys="c"
          label={busy ? t('store.checking') : t('store.check-now')}
          onAct={() => void check()}
          disabled={busy}
          hint
        />
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {found === null ? null : <Found found={found} />}
    </Block>
  )
}

function Found({ found }: { readonly found: VaultCheck }) {
  return (
    <div role="status" className="stack">
      <ul className="settings-checks">
        {found.checked.map((part) => (
          <li key={part} className="row">
            <Check size={15} aria-hidden />
            {part}
          </li>
        ))}
      </ul>
      {found.ok ? <p>{t('store.whole')}</p> : null}
      {found.findings.map((finding) => (
        <Note key={sentence(finding)} tone="stop" code={finding.code}>
          {sentence(finding)}
        </Note>
      ))}
    </div>
  )
}
