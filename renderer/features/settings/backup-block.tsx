/** Makes a backup, and opens an older one to see that it is whole. */
import { useState } from 'react'
import type { BackupDone, Grant } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { backUp, verifyBackup } from '../../state/vault.ts'
import type { Answer } from '../../bridge/client.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { formatBytes, formatCount } from '../../ui/time-format.ts'
import { Block } from './block.tsx'

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'done'; readonly done: BackupDone }
  | { readonly kind: 'failed'; readonly problem: Saying }

export function BackupBlock() {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [verifying, setVerifying] = useState<Grant | null>(null)
  const run = async (work: () => Promise<Answer<BackupDone>>): Promise<void> => {
    setState({ kind: 'busy' })
    const answer = await work()
    setState(answer.ok ? { kind: 'done', done: answer.value } : { kind: 'failed', problem: answer.problem })
  }
  const make = async (): Promise<void> => {
    const name = `signet-${new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z.sgb`
    const to = told(await pick('save', t('store.backup'), name))?.[0]
    if (to !== undefined) await run(() => backUp(to.grant))
  }
  const choose = async (): Promise<void> => setVerifying(told(await pick('open', t('store.verify')))?.[0] ?? null)
  return (
    <Block title={t('store.backup')} why={t('store.backup-why')}>
      <div className="row">
        <ActionButton
          keys="b"
          label={t('store.backup-now')}
          onAct={() => void make()}
          disabled={state.kind === 'busy'}
          hint
        />
        <ActionButton
          keys="r"
          label={t('store.verify')}
          look="quiet"
          onAct={() => void choose()}
          disabled={state.kind === 'busy'}
          hint
        />
      </div>
      {verifying === null ? null : (
        <VerifyForm
          file={verifying}
          onGo={(passphrase) => {
            setVerifying(null)
            void run(() => verifyBackup(verifying, passphrase))
          }}
        />
      )}
      {state.kind === 'busy' ? <p role="status">{t('store.working')}</p> : null}
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      {state.kind === 'done' ? <Done done={state.done} /> : null}
    </Block>
  )
}

function VerifyForm({ file, onGo }: { readonly file: Grant; readonly onGo: (passphrase: string) => void }) {
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="stack settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '') onGo(passphrase)
      }}
    >
      <PassphraseField
        label={t('store.verify-passphrase', { name: file.name })}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
      <div>
        <Button type="submit" look="filled" kbd="Enter" disabled={passphrase === ''}>
          {t('store.verify-go')}
        </Button>
      </div>
    </form>
  )
}

function Done({ done }: { readonly done: BackupDone }) {
  return (
    <Note>
      <p className="strong">{t('store.counts', { name: done.file })}</p>
      <p className="dim">
        {t('store.counts-why', { entries: formatCount(done.entries), size: formatBytes(done.bytes) })}
      </p>
      <p className="mono settings-hash">{done.sha256}</p>
    </Note>
  )
}
