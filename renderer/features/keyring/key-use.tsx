/** Whether we can encrypt to a key today and when a case of its team is due, until when it holds, and what it was used for. */
import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { Facts, Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { KeyEnd } from './key-end.tsx'

export function KeyUse({ view }: { readonly view: KeyView }) {
  const now = useNow()
  const { due, today } = view.encrypts
  return (
    <Section title={view.role === 'other' ? t('key.can') : t('key.can-own')}>
      <Facts
        facts={[
          [
            view.role === 'other' ? t('key.today') : t('key.encrypt'),
            <Can key="today" can={today} word={todayWord(view)} />,
          ],
          ...(due === null
            ? []
            : [
                [
                  t('key.due', { at: formatTime(due.at, 'day-time') }),
                  <span key="due" className="row key-due">
                    <Can can={due.can} word={dueWord(view, due.can)} />
                    <CaseLink number={due.case} />
                  </span>,
                ] as const,
              ]),
          [t('key.sign'), <Can key="sign" can={view.canSign} word={view.canSign ? t('key.yes') : t('key.no')} />],
          [
            t('key.ends'),
            <span key="end">
              <KeyEnd of={view} now={now} />
              {view.expires === null || view.state !== 'usable' ? null : (
                <span className="dim key-hint">{t('key.reminders')}</span>
              )}
            </span>,
          ],
        ]}
      />
    </Section>
  )
}

function todayWord({ encrypts, parts, role, trust }: KeyView): string {
  if (!encrypts.today) return t('key.no')
  if (role === 'other' && trust !== 'verified') return t('key.yes-but')
  const part = parts.find(({ uses, state }) => state === 'usable' && uses.includes('encrypt'))
  return part === undefined ? t('key.yes') : t('key.yes-with', { algorithm: part.algorithm })
}

function dueWord({ role, trust }: KeyView, can: boolean): string {
  if (!can) return t('key.no')
  return role === 'other' && trust !== 'verified' ? t('key.yes-but') : t('key.yes')
}

function Can({ can, word }: { readonly can: boolean; readonly word: ReactNode }) {
  const Icon = can ? Check : X
  return (
    <span className={can ? 'with-icon' : 'with-icon late'}>
      <Icon aria-hidden /> {word}
    </span>
  )
}

const CaseLink = ({ number }: { readonly number: string }) => (
  <Button look="link" onPress={() => go({ page: 'case', params: { number } })}>
    <span className="mono">{number}</span>
  </Button>
)

export function Usage({ usage }: { readonly usage: KeyView['usage'] }) {
  const { sent, received, lastAt, lastCase } = usage
  return (
    <Section title={t('key.usage')}>
      {lastAt === null ? (
        <p className="dim">{t('key.unused')}</p>
      ) : (
        <p>
          {t('key.used-in', { n: sent + received, out: sent, in: received })}{' '}
          {lastCase === null
            ? t('key.last', { at: formatTime(lastAt, 'day-time') })
            : t('key.last-in', { at: formatTime(lastAt, 'day-time') })}{' '}
          {lastCase === null ? null : <CaseLink number={lastCase} />}
        </p>
      )}
    </Section>
  )
}
