/** The middle of a card: its keys with what can be done with them, the rules for channels, what is odd in its sources, whom they serve. */
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { copyKey } from '../../state/keyring.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { saying } from '../../../shared/words/say.ts'
import { ActionButton } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { Block, Line } from './block.tsx'
import { FindingsBlock } from './findings-block.tsx'
import { KeyBox, PrintedBox } from './key-box.tsx'
import { ServeBlock } from './serve-block.tsx'

export function KeyColumn({ card }: { readonly card: CardView }) {
  const { priorities, findings } = card.reading
  return (
    <div className="card-column">
      <KeysBlock card={card} />
      <RulesBlock card={card} />
      <FindingsBlock findings={findings} />
      <ServeBlock card={card} />
      {priorities.length === 0 ? null : (
        <Block title={t('cardpage.priorities')}>
          <ol className="priorities">
            {priorities.map((priority) => (
              <li key={priority}>{priority}</li>
            ))}
          </ol>
        </Block>
      )}
    </div>
  )
}

function KeysBlock({ card: { reading, keys } }: { readonly card: CardView }) {
  const known = new Set(keys.map(({ fingerprint }) => fingerprint))
  const onlyPrinted = reading.keys.filter(({ fingerprint }) => fingerprint === null || !known.has(fingerprint))
  const [first] = keys
  return (
    <Block title={t('cardpage.keys')} aside={first === undefined ? null : <KeyKeys fingerprint={first.fingerprint} />}>
      {keys.length + onlyPrinted.length === 0 ? <p className="dim">{t('cardpage.keys-none')}</p> : null}
      {keys.map((row) => (
        <KeyBox
          key={row.fingerprint}
          row={row}
          printed={reading.keys.find(({ fingerprint }) => fingerprint === row.fingerprint)}
          first={row === first}
        />
      ))}
      {onlyPrinted.map((printed) => (
        <PrintedBox key={`${printed.fingerprint ?? ''}${String(printed.line)}`} printed={printed} />
      ))}
    </Block>
  )
}

function KeyKeys({ fingerprint }: { readonly fingerprint: string }) {
  useKeys('here', [
    {
      keys: 'v',
      label: t('cardpage.key-verify'),
      run: () => go({ page: 'keyring', params: { fingerprint } }),
      hint: true,
    },
  ])
  const copy = async (): Promise<void> => {
    const answer = await copyKey(fingerprint, 'fingerprint')
    if (answer.ok) showDone(saying('cardpage.key-copied'))
    else told(answer)
  }
  return <ActionButton keys="y k" hint look="link" label={t('cardpage.key-copy')} onAct={() => void copy()} />
}

function RulesBlock({ card: { reading } }: { readonly card: CardView }) {
  const { channelRules, urgent, preferred, tlp } = reading
  return (
    <Block title={t('cardpage.rules')}>
      {channelRules.length === 0 ? <p className="dim rules-none">{t('cardpage.rules-none')}</p> : null}
      {channelRules.map(({ when, channel, protection, line }) => (
        <Line
          key={`${when}${channel}${protection}${String(line)}`}
          name={t(`cardpage.when.${when}`)}
          value={
            <strong>
              {t(`cardpage.channel.${channel}`)}
              {channel === 'email' || protection !== 'none' ? `, ${t(`cardpage.protection.${protection}`)}` : ''}
            </strong>
          }
          line={line}
          field="channelRules"
        />
      ))}
      {preferred === null ? null : (
        <Line
          name={t('cardpage.preferred-rule')}
          value={<strong>{t(`cardpage.channel.${preferred.channel}`)}</strong>}
          line={preferred.line}
          field="preferred"
        />
      )}
      {urgent === null ? null : (
        <Line
          name={t('cardpage.urgent-rule')}
          value={
            <strong>
              {urgent.subjectKeyword === null
                ? urgent.text
                : t('cardpage.urgent-rule-word', { word: urgent.subjectKeyword })}
            </strong>
          }
          line={urgent.line}
          field="urgent"
        />
      )}
      <Line
        name={t('cardpage.tlp-rule')}
        value={
          tlp === null ? (
            <span className="dim">{t('cardpage.tlp-unknown')}</span>
          ) : (
            <strong>{tlp ? t('cardpage.tlp-yes') : t('cardpage.tlp-no')}</strong>
          )
        }
      />
    </Block>
  )
}
