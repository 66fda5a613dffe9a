/** The bona fide ledger: how we checked who they are, by whom, until when, and whether it rests on more than the card itself. */
import { CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import type { BonaFideCheck, CardView } from '../../../shared/ipc/card-views.ts'
import { withdrawCheck } from '../../state/cards.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

export function LedgerBlock({ card }: { readonly card: CardView }) {
  const [recording, setRecording] = useState(false)
  const [taking, setTaking] = useState<BonaFideCheck | null>(null)
  const { checks } = card
  const withdraw = async (check: BonaFideCheck, reason: string): Promise<void> => {
    if (told(await withdrawCheck({ card: card.id, check: check.id, reason })) === null) return
    showDone(saying('ledger.withdrawn-done'))
    setTaking(null)
  }
  return (
    <Block
      title={t('ledger.title')}
      aside={<ActionButton keys="b" hint look="link" label={t('ledger.record')} onAct={() => setRecording(true)} />}
    >
      {checks.length === 0 ? <p className="dim">{t('ledger.none')}</p> : <Checks checks={checks} onTake={setTaking} />}
      {missing(checks).map((words) => (
        <p key={words} className="ledger-missing">
          <CircleDashed aria-hidden /> <strong className="dim">{t('ledger.missing')}</strong> {words}
        </p>
      ))}
      {recording ? <CheckDialog card={card} onClose={() => setRecording(false)} /> : null}
      {taking === null ? null : (
        <ReasonDialog
          title={t('ledger.withdraw-title')}
          why={t('ledger.withdraw-why')}
          label={t('ledger.withdraw')}
          onGo={(reason) => void withdraw(taking, reason)}
          onClose={() => setTaking(null)}
        />
      )}
    </Block>
  )
}

function missing(checks: readonly BonaFideCheck[]): readonly string[] {
  const current = checks.filter(({ state }) => state === 'current')
  return [
    ...(current.some(({ independent }) => independent) ? [] : [t('ledger.missing-independent')]),
    ...(current.some(({ method }) => method === 'call-back') ? [] : [t('ledger.missing-call')]),
  ]
}

interface ChecksProps {
  readonly checks: readonly BonaFideCheck[]
  readonly onTake: (check: BonaFideCheck) => void
}

const Checks = ({ checks, onTake }: ChecksProps) => (
  <table className="card-table ledger-table">
    <thead>
      <tr>
        <th scope="col">{t('ledger.when')}</th>
        <th scope="col">{t('ledger.how')}</th>
        <th scope="col">{t('ledger.by')}</th>
        <th scope="col">{t('ledger.until')}</th>
      </tr>
    </thead>
    <tbody>
      {checks.map((check) => (
        <tr key={check.id} className={check.state}>
          <td className="mono">{formatTime(check.at, 'day')}</td>
          <td>
            <How check={check} />
          </td>
          <td>{check.code}</td>
          <td>
            {check.lapses ?? t('ledger.always')}
            {check.state === 'current' ? (
              <p>
                <Button
                  look="link"
                  label={t('ledger.withdraw-of', { date: formatTime(check.at, 'day') })}
                  onPress={() => onTake(check)}
                >
                  {t('ledger.withdraw')}
                </Button>
              </p>
            ) : (
              <p>
                <Tag tone={check.state === 'lapsed' ? 'soon' : 'plain'}>{t(`ledger.${check.state}`)}</Tag>
              </p>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

function How({ check: { method, who, channel, note, independent } }: { readonly check: BonaFideCheck }) {
  const details = [
    t('ledger.person', { who }),
    channel === null ? '' : t('ledger.through', { channel }),
    note.trim(),
  ].filter((part) => part !== '')
  return (
    <>
      <span className="ledger-method">{t(`method.${method}`)}</span>{' '}
      <Tag tone={independent ? 'plain' : 'unknown'}>
        {independent ? t('ledger.independent') : t('ledger.same-source')}
      </Tag>
      <p className="dim">{details.join(', ')}</p>
    </>
  )
}
