/** The board of affected parties in full, and everything that was asked of the chosen one. */
import { Plus } from 'lucide-react'
import type { Asked } from '../../../shared/domain/case/case.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { Panel } from './panel.tsx'
import { answerParty, askParty, callParty, compose } from './party-acts.tsx'
import { DropPartyDialog, PartyDialog } from './party-dialogs.tsx'
import { PartiesBoard } from './parties-board.tsx'

export function PartiesTab() {
  const { view, open, closed, party } = useCaseDesk()
  const { parties } = view.state
  const add = (
    <Button kbd="A" disabled={closed} onPress={() => open((props) => <PartyDialog {...props} party={null} />)}>
      <Plus aria-hidden />
      {t('casework.party-add')}
    </Button>
  )
  if (parties.length === 0) return <Empty kind="none" title={t('casework.parties-none')} action={add} />
  return (
    <div className="pad stack">
      <div className="tab-actions">
        {add}
        {party === null ? null : <Acts id={party.party.id} card={party.party.card} waits={party.standing} />}
      </div>
      <Panel title={t('casework.parties')} note={t('casework.parties-order')}>
        <PartiesBoard />
      </Panel>
      {party === null ? null : <Asking name={party.party.name} asked={party.party.asked} />}
    </div>
  )
}

interface ActsProps {
  readonly id: string
  readonly card: string | null
  readonly waits: string
}

/** Keys of a call, an answer and a question are the page's: they work from every tab. */
function Acts({ id, card, waits }: ActsProps) {
  const { view, open, closed } = useCaseDesk()
  const { number } = view.state
  const edit = (): void => open((props) => <PartyDialog {...props} party={id} />)
  const drop = (): void => open((props) => <DropPartyDialog {...props} party={id} />)
  return (
    <>
      <Button kbd="h" disabled={closed} onPress={() => open(callParty(id))}>
        {t('casework.call')}
      </Button>
      <Button kbd="q" disabled={closed} onPress={() => open(askParty(id))}>
        {t('casework.ask')}
      </Button>
      <Button
        kbd="N"
        disabled={closed || waits === 'not-asked' || waits === 'answered'}
        onPress={() => open(answerParty(id))}
      >
        {t('casework.answer')}
      </Button>
      <ActionButton
        keys="M"
        label={t('casework.write-to')}
        disabled={card === null}
        onAct={() => void compose(number, card === null ? [] : [card])}
      />
      <ActionButton keys="E" look="quiet" label={t('casework.edit')} disabled={closed} onAct={edit} />
      <ActionButton keys="X" look="quiet" label={t('casework.party-drop')} disabled={closed} onAct={drop} />
      {card === null ? null : (
        <Button look="quiet" onPress={() => go({ page: 'card', params: { id: card } })}>
          {t('casepage.card')}
        </Button>
      )}
    </>
  )
}

function Asking({ name, asked }: { readonly name: string; readonly asked: readonly Asked[] }) {
  return (
    <Panel title={t('casework.asked-of', { name })} note={t('casework.asked-count', { n: asked.length })}>
      {asked.length === 0 ? (
        <p className="box-note">{t('casework.asked-none')}</p>
      ) : (
        <ol className="asked">
          {asked.toReversed().map(({ at, what, channel, due, answer }) => (
            <li key={`${at}${what}`}>
              <Time at={at} />
              <div>
                <p>{what}</p>
                <small>
                  {t(`ask-channel.${channel}`)}
                  {due === null ? null : (
                    <>
                      {', '}
                      {t('casework.due')} <Time at={due} />
                    </>
                  )}
                </small>
                {answer === null ? null : (
                  <p className="answer">
                    <Time at={answer.at} /> {answer.note}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
