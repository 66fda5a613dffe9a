/** One key in full: groups to read aloud, what it can do, who decided what about it, findings. */
import { Copy } from 'lucide-react'
import type { KeyRow, KeyView } from '../../../shared/ipc/views.ts'
import { copyKey, openKeys } from '../../state/keyring.ts'
import { showDone, showProblem } from '../../state/toasts.ts'
import { saying } from '../../../shared/words/say.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { FingerprintGroups } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { Facts, Pane, Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { KeyEnd } from './key-end.tsx'
import { addressOf, ownerOf } from './key-groups.ts'
import { KeyStateLabel } from './key-state.tsx'

interface Props {
  readonly row: KeyRow
  readonly onVerify: () => void
  readonly onReject: () => void
}

async function copy(fingerprint: string, what: 'key' | 'fingerprint'): Promise<void> {
  const answer = await copyKey(fingerprint, what)
  if (answer.ok) showDone(saying(`key.copied-${what}`))
  else showProblem(answer.problem)
}

export function KeyPane({ row, onVerify, onReject }: Props) {
  const now = useNow()
  const { value, problem } = openKeys.use(row.fingerprint)
  const mine = row.role !== 'other'
  return (
    <Pane label={ownerOf(row)}>
      <div className="row">
        <KeyStateLabel of={row} />
        <span className="grow" />
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
            look="quiet"
            onAct={() => void copy(row.fingerprint, 'fingerprint')}
          />
        }
      >
        <FingerprintGroups value={row.fingerprint} />
      </Section>
      {mine ? null : (
        <div className="row">
          <ActionButton
            keys="v"
            label={row.trust === 'verified' ? t('key.verify-again') : t('key.verify')}
            look={row.trust === 'verified' ? 'outline' : 'filled'}
            onAct={onVerify}
            hint
          />
          <ActionButton
            keys="x"
            label={t('key.reject')}
            look="danger"
            onAct={onReject}
            disabled={row.trust === 'rejected'}
            hint
          />
        </div>
      )}
      {problem === null ? null : <ProblemNote problem={problem} />}
      <Section title={t('key.can')}>
        <Facts
          facts={[
            [t('key.encrypt'), canSay(row, row.canEncrypt)],
            [t('key.sign'), row.canSign ? t('key.yes') : t('key.no')],
            [t('key.ends'), <KeyEnd key="end" of={row} now={now} />],
            [t('key.made'), `${row.created.slice(0, 10)}, ${row.algorithm}`],
            [t('key.used'), t('key.used-in', { n: row.usedIn })],
            [
              t('key.card'),
              row.card === null ? (
                <span key="none" className="dim">
                  {t('key.no-card')}
                </span>
              ) : (
                <CardLink key="card" card={row.card} />
              ),
            ],
          ]}
        />
      </Section>
      {value === null ? null : <Known view={value} />}
    </Pane>
  )
}

function canSay({ role, trust }: KeyRow, can: boolean): string {
  if (!can) return t('key.no')
  return role === 'other' && trust !== 'verified' ? t('key.yes-but') : t('key.yes')
}

function CardLink({ card }: { readonly card: { readonly id: string; readonly name: string } }) {
  return (
    <Button look="link" onPress={() => go({ page: 'card', params: { id: card.id } })}>
      {card.name}
    </Button>
  )
}

function Known({ view }: { readonly view: KeyView }) {
  return (
    <>
      <Section title={t('key.who')}>
        {view.decisions.length === 0 ? <p className="dim">{t('key.nobody')}</p> : null}
        <ol className="decisions">
          {view.decisions.map(({ at, code, trust, how, note }) => (
            <li key={`${at}${trust}`} className="decision">
              <Time at={at} form="iso" />
              <div>
                <span className="strong">{code}</span>: {t(`key.trust.${trust}`)}
                {how === null ? null : `, ${t(`key.how.${how}`)}`}
                <p className="dim">{note}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('key.ids')}>
        <ul>
          {view.userIds.map((userId) => (
            <li key={userId}>{userId}</li>
          ))}
        </ul>
      </Section>
      {view.findings.map((finding) => (
        <Note key={finding.code} tone="condition" code={finding.code}>
          {sentence(finding)}
        </Note>
      ))}
    </>
  )
}
