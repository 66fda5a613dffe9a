/** A key of our own: which messages it signs, what locks it, its end, what is kept against its loss; each with its act. */
import type { ReactNode } from 'react'
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { forgetKey } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import type { AskProps } from './key-ask.ts'
import { endWarning } from './key-groups.ts'

interface Props extends AskProps {
  readonly view: KeyView
  readonly own: NonNullable<KeyView['own']>
}

export function KeyOwn({ view, own, onAsk }: Props) {
  if (view.state === 'revoked') return <Note tone="condition">{t('key.own-revoked')}</Note>
  return (
    <Section title={t('key.own')}>
      <ul className="own-lines">
        <SignsFor own={own} onAsk={onAsk} />
        <Lock view={view} own={own} onAsk={onAsk} />
        <End view={view} onAsk={onAsk} />
        <Line
          name={t('key.backup')}
          value={own.lastBackup === null ? t('key.backup-none') : formatTime(own.lastBackup, 'day')}
          tone={own.lastBackup === null ? 'soon' : ''}
        >
          <ActionButton keys="b" label={t('key.back-up')} onAct={() => onAsk('backup')} hint />
        </Line>
        <Line
          name={t('key.revocation')}
          value={own.revocationKept ? t('key.revocation-kept') : t('key.revocation-none')}
        >
          <ActionButton keys="R" label={t('key.revoke')} look="quiet" onAct={() => onAsk('revoke')} />
        </Line>
      </ul>
    </Section>
  )
}

function Line(props: {
  readonly name: string
  readonly value: string
  readonly tone?: string
  readonly children: ReactNode
}) {
  return (
    <li className="own-line">
      <div>
        <span className="dim">{props.name}</span>
        <p className={props.tone}>{props.value}</p>
      </div>
      <div className="row">{props.children}</div>
    </li>
  )
}

function SignsFor({ own, onAsk }: Omit<Props, 'view'>) {
  const roles = own.signsFor.map((role) => t(`signs.${role}`)).join(', ')
  return (
    <Line name={t('key.signs-for')} value={roles === '' ? t('key.signs-nothing') : roles}>
      <ActionButton keys="s" label={t('key.change')} onAct={() => onAsk('signs-for')} hint />
    </Line>
  )
}

function Lock({ view, own, onAsk }: Props) {
  const forget = async (): Promise<void> => {
    if (told(await forgetKey(view.fingerprint)) !== null) showDone(saying('key.forgotten'))
  }
  const { passphrase } = own
  return (
    <Line name={t('key.passphrase')} value={t(`key.passphrase.${passphrase}`)}>
      {passphrase === 'asked' ? (
        <ActionButton keys="u" label={t('key.unlock')} onAct={() => onAsk('unlock')} hint />
      ) : null}
      {passphrase === 'kept' || passphrase === 'session' ? (
        <ActionButton keys="u" label={t('key.forget')} look="quiet" onAct={() => void forget()} />
      ) : null}
      <ActionButton
        keys="p"
        label={passphrase === 'none' ? t('key.set') : t('key.change')}
        look={passphrase === 'none' ? 'quiet' : 'outline'}
        onAct={() => onAsk('passphrase')}
      />
    </Line>
  )
}

/** Filled only when it is due: within 90 days of its end, or past it. */
function End({ view, onAsk }: Omit<Props, 'own'>) {
  const now = useNow()
  const due = view.state === 'expired' || endWarning(view, now) !== null
  return (
    <Line
      name={t('key.ends')}
      value={view.expires === null ? t('key.no-end') : formatTime(view.expires, 'day')}
      tone={due ? 'soon' : ''}
    >
      <ActionButton
        keys="e"
        label={t('key.extend')}
        look={due ? 'filled' : 'outline'}
        onAct={() => onAsk('extend')}
        hint
      />
    </Line>
  )
}
