/** The data key: since when, when a new one is worth it, and how far that is. */
import { useState } from 'react'
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { cancelJob, jobs } from '../../state/directory.ts'
import { told } from '../../state/toasts.ts'
import { newDataKey } from '../../state/vault-keys.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { Block } from './block.tsx'
import { PassphraseAsk } from './passphrase-ask.tsx'

/** As core names it. */
const name = 'new data key'

export function DataKeyBlock({ keys: { dataKeySince, passphraseSince } }: { readonly keys: VaultKeys }) {
  const [asking, setAsking] = useState(false)
  const job = jobs.use().value?.find((one) => one.name === name)
  const close = (): void => setAsking(false)
  return (
    <Block title={t('lock-keys.data')} why={t('lock-keys.data-why')}>
      <Facts facts={[[t('lock-keys.since'), <Time key="since" at={dataKeySince} form="iso" />]]} />
      {passphraseSince > dataKeySince ? <Note tone="condition">{t('lock-keys.offer')}</Note> : null}
      {job?.state === 'running' ? (
        <Sealing job={job} />
      ) : (
        <>
          <Ended job={job} />
          <div>
            <ActionButton keys="r" label={t('lock-keys.new-key')} onAct={() => setAsking(true)} hint />
          </div>
        </>
      )}
      {asking ? (
        <PassphraseAsk
          title={t('lock-keys.new-key-title')}
          sentence={t('lock-keys.new-key-why')}
          go={t('lock-keys.new-key-go')}
          onClose={close}
          onGo={async (passphrase) => {
            const answer = await newDataKey(passphrase)
            if (answer.ok) close()
            return answer
          }}
        />
      ) : null}
    </Block>
  )
}

function Sealing({ job: { id, done, total } }: { readonly job: Job }) {
  return (
    <div className="row" role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={t('lock-keys.new-key')} />
      <span className="grow">{t('lock-keys.sealing', { done, total })}</span>
      <ActionButton
        keys="x"
        label={t('lock-keys.stop')}
        look="quiet"
        onAct={() => void cancelJob(id).then(told)}
        hint
      />
    </div>
  )
}

function Ended({ job }: { readonly job: Job | undefined }) {
  if (job?.state === 'cancelled') return <p role="status">{t('lock-keys.stopped')}</p>
  const problem = job?.problem ?? null
  return problem === null ? null : <ProblemNote problem={problem} />
}
