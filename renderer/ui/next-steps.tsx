/** What to do about a message now, the first thing first: each in a sentence with the one act that does it. */
import { KeyRound, Lock, MailQuestionMark, PhoneCall, ScanSearch, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { NextStep } from '../../shared/domain/exchange/next-step.ts'
import type { Saying } from '../../shared/words/say.ts'
import { ActionButton, Button } from './button.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { sentence, t } from './t.ts'
import { UnlockKeyDialog, type KeepUnlocked } from './unlock-key-dialog.tsx'
import './next-steps.css'

type Kind = Exclude<NextStep['kind'], 'none-needed'>
type Step = Extract<NextStep, { readonly kind: Kind }>

interface Shown {
  readonly icon: LucideIcon
  readonly keys: string
}

const shown: Readonly<Record<Kind, Shown>> = {
  'unlock-key': { icon: Lock, keys: 'u' },
  'import-own-key': { icon: KeyRound, keys: 'i' },
  'import-key': { icon: KeyRound, keys: 'i' },
  'verify-key': { icon: PhoneCall, keys: 'v' },
  'look-at-keys': { icon: ScanSearch, keys: 'K' },
  'ask-sender': { icon: MailQuestionMark, keys: 'w' },
}

export interface Unlock {
  readonly fingerprint: string
  readonly passphrase: string
  readonly keep: KeepUnlocked
}

interface Props {
  readonly steps: readonly NextStep[]
  readonly onAct: (step: NextStep) => void
  /** Answers why the message is still closed; null where it is open. */
  readonly onUnlock: (unlock: Unlock) => Promise<Saying | null>
  /** Where the page has a filled button of its own, none is filled here. */
  readonly quiet?: boolean
}

export function NextSteps({ steps, onAct, onUnlock, quiet = false }: Props) {
  const [unlocking, setUnlocking] = useState<string | null>(null)
  const todo = steps.filter((step): step is Step => step.kind !== 'none-needed')
  if (todo.length === 0) return null
  return (
    <section className="to-do" aria-label={t('next.title')}>
      <h2>{t('next.title')}</h2>
      <ol>
        {todo.map((step, at) => {
          const { icon: Icon, keys } = shown[step.kind]
          const label = t(`next.${step.kind}.go`)
          const act = (): void => (step.kind === 'unlock-key' ? setUnlocking(step.fingerprint) : onAct(step))
          const look = at === 0 && !quiet ? 'filled' : 'outline'
          // A key has one meaning: of two steps that would share it, the first has it.
          const isFirst = todo.findIndex(({ kind }) => shown[kind].keys === keys) === at
          return (
            <li key={`${step.kind}${String(at)}`} className="to-do-step">
              <Icon aria-hidden />
              <Words step={step} />
              {isFirst ? (
                <ActionButton keys={keys} look={look} label={label} onAct={act} hint />
              ) : (
                <Button look={look} onPress={act}>
                  {label}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {unlocking === null ? null : (
        <UnlockKeyDialog
          fingerprint={unlocking}
          why={t('next.unlock-why')}
          go={t('next.unlock-go')}
          onUnlock={async (passphrase, keep) => {
            const problem = await onUnlock({ fingerprint: unlocking, passphrase, keep })
            if (problem === null) setUnlocking(null)
            return problem
          }}
          onClose={() => setUnlocking(null)}
        />
      )}
    </section>
  )
}

function Words({ step }: { readonly step: Step }) {
  return (
    <div className="grow">
      <p>{wordsOf(step)}</p>
      {step.kind === 'unlock-key' || step.kind === 'verify-key' ? (
        <p className="dim">
          <Fingerprint value={step.fingerprint} />
        </p>
      ) : null}
      {step.kind === 'ask-sender' ? <blockquote>{sentence(step.say)}</blockquote> : null}
    </div>
  )
}

function wordsOf(step: Step): string {
  switch (step.kind) {
    case 'unlock-key':
      return t('next.unlock-key')
    case 'verify-key':
      return t('next.verify-key')
    case 'import-own-key':
      return t('next.import-own-key', { n: step.keyIds.length, ids: step.keyIds.join(', ') })
    case 'import-key':
      return t('next.import-key', { id: step.keyId })
    case 'look-at-keys':
      return t('next.look-at-keys', { n: step.count })
    case 'ask-sender':
      return t('next.ask-sender')
  }
}
