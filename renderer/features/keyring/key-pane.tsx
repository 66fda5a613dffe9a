/** One key in full: groups to read aloud, what stands out, what it can do when, who decided what about it, its parts and its use. */
import { Copy } from 'lucide-react'
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { copyKey, openKeys } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { FingerprintGroups } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Pane, Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import type { AskProps } from './key-ask.ts'
import { BadgeList } from './key-badges.tsx'
import { addressOf, groupOf, ownerOf } from './key-groups.ts'
import { KeyCard } from './key-card.tsx'
import { KeyOwn } from './key-own.tsx'
import { KeyParts } from './key-parts.tsx'
import { KeyStateTag } from './key-state.tsx'
import { KeyUse, Usage } from './key-use.tsx'
import { KeyWho } from './key-who.tsx'

interface Props extends AskProps {
  readonly row: KeyRow
}

async function copy(fingerprint: string, what: 'key' | 'fingerprint'): Promise<void> {
  if (told(await copyKey(fingerprint, what)) === null) return
  showDone(saying(`key.copied-${what}`))
}

export function KeyPane({ row, onAsk }: Props) {
  const { value, problem } = openKeys.use(row.fingerprint)
  return (
    <Pane label={ownerOf(row)}>
      <div className="row">
        <KeyStateTag of={row} />
        <span className="grow dim cut">{value === null ? '' : decidedBy(value)}</span>
        <ActionButton
          keys="y"
          icon={<Copy aria-hidden />}
          label={t('key.copy')}
          look="quiet"
          onAct={() => void copy(row.fingerprint, 'key')}
          hint
        />
      </div>
      <div>
        <h2>{ownerOf(row)}</h2>
        <p className="dim">{addressOf(row) ?? row.userIds[0]}</p>
      </div>
      <Section
        title={t('key.fingerprint')}
        aside={
          <ActionButton
            keys="Y"
            label={t('key.copy-fingerprint')}
            look="link"
            onAct={() => void copy(row.fingerprint, 'fingerprint')}
          />
        }
      >
        <FingerprintGroups value={row.fingerprint} />
      </Section>
      <BadgeList badges={row.badges} />
      {row.role === 'other' ? <Decide row={row} doubted={value?.cardMatch === 'differs'} onAsk={onAsk} /> : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
      {value === null ? null : <Known view={value} onAsk={onAsk} />}
    </Pane>
  )
}

/** The word at the top is a person's: who said it and when. */
function decidedBy({ decisions, trust }: KeyView): string {
  const last = decisions.find((decision) => decision.trust === trust)
  return last === undefined ? '' : t('key.decided-by', { code: last.code, at: formatTime(last.at, 'day') })
}

/** Verifying is the next step, but not where the card prints another fingerprint. */
function Decide({ row, doubted, onAsk }: Props & { readonly doubted: boolean }) {
  const open = groupOf(row) === 'decide'
  return (
    <div className="row">
      <ActionButton
        keys="v"
        label={row.trust === 'verified' ? t('key.verify-again') : t('key.verify')}
        look={open && !doubted ? 'filled' : 'outline'}
        onAct={() => onAsk('verify')}
        hint
      />
      <ActionButton
        keys="x"
        label={t('key.reject')}
        look={open ? 'danger' : 'outline'}
        onAct={() => onAsk('reject')}
        disabled={row.trust === 'rejected'}
        hint
      />
    </div>
  )
}

function Known({ view, onAsk }: AskProps & { readonly view: KeyView }) {
  const { own, userIds, findings, role } = view
  return (
    <>
      {findings.map((finding) => (
        <Note key={sentence(finding)} tone="condition" code={finding.code}>
          {sentence(finding)}
        </Note>
      ))}
      {own === null ? null : <KeyOwn view={view} own={own} onAsk={onAsk} />}
      <KeyUse view={view} />
      <KeyCard view={view} onAsk={onAsk} />
      <KeyWho decisions={view.decisions} />
      <KeyParts parts={view.parts} />
      <Usage usage={view.usage} />
      <Section title={t('key.ids')}>
        <ul className="key-user-ids">
          {userIds.map((userId) => (
            <li key={userId}>{userId}</li>
          ))}
        </ul>
      </Section>
      {role === 'other' ? (
        <div>
          <ActionButton keys="D" label={t('key.drop')} look="quiet" onAct={() => onAsk('drop')} />
        </div>
      ) : null}
    </>
  )
}
