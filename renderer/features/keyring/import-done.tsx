/** The last step of an import: what became of each key, and which kept messages could be read or checked only now. */
import { Check, CircleSlash, Equal, RefreshCw } from 'lucide-react'
import type { KeysTaken, KeyTaken } from '../../../shared/ipc/key-views.ts'
import { openExchanges } from '../../state/exchanges.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { outcomeCount } from './import-choice.ts'

const outcomes = ['added', 'updated', 'unchanged', 'refused'] as const
const icons = { added: Check, updated: RefreshCw, unchanged: Equal, refused: CircleSlash }
/** More lines say no more than the counts above them. */
const most = 200

export function ImportDone({ taken, onClose }: { readonly taken: KeysTaken; readonly onClose: () => void }) {
  const { keys, reread } = taken
  const told = [...keys].sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome)).slice(0, most)
  const counts = outcomes
    .map((outcome) => ({ outcome, n: outcomeCount(taken, outcome) }))
    .filter(({ n }) => n > 0)
    .map(({ outcome, n }) => `${String(n)} ${t(`import.outcome.${outcome}`)}`)
  return (
    <Dialog
      title={t('import.done')}
      sentence={counts.join(', ')}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="grow dim">{t('import.undecided')}</span>
          <ActionButton keys="Enter" look="filled" label={t('ui.close')} onAct={onClose} />
        </>
      }
    >
      {reread.length === 0 ? null : (
        <Section title={t('import.reread', { n: reread.length })}>
          <ul>
            {reread.slice(0, most).map((id) => (
              <li key={id}>
                <Reread id={id} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ul className="import-results">
        {told.map((key, at) => (
          <li key={key.fingerprint ?? at}>
            <Result taken={key} />
          </li>
        ))}
      </ul>
      {keys.length > told.length ? <p className="dim">{t('import.more', { n: keys.length - told.length })}</p> : null}
    </Dialog>
  )
}

function Reread({ id }: { readonly id: string }) {
  const exchange = openExchanges.use(id).value
  return (
    <Button look="link" onPress={() => go({ page: 'exchange', params: { id } })}>
      {exchange === null ? t('page.loading') : `${exchange.partner}: ${exchange.subject}`}
    </Button>
  )
}

function Result({ taken: { fingerprint, userId, outcome, said } }: { readonly taken: KeyTaken }) {
  const Icon = icons[outcome]
  return (
    <>
      <p className={outcome === 'refused' ? 'with-icon late' : 'with-icon'}>
        <Icon aria-hidden /> {t(`import.outcome.${outcome}`)}
        <span className="strong">{userId === '' ? t('import.nameless') : userId}</span>
      </p>
      {fingerprint === null ? null : (
        <p className="dim">
          <Fingerprint value={fingerprint} />
        </p>
      )}
      {said.map((one) => (
        <p key={sentence(one)}>{sentence(one)}</p>
      ))}
    </>
  )
}
