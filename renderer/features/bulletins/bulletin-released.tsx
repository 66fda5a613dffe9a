/** A released announcement: the text as it was signed at the left, who has it at the right, and the marks a person sets. */
import { useState } from 'react'
import type { Bulletin, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { copyBulletin, markDelivery } from '../../state/bulletins.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { UnlockKeyDialog } from '../../ui/unlock-key-dialog.tsx'
import { ChannelCounts } from './channel-counts.tsx'
import { DeliveryList } from './delivery-list.tsx'
import { DeliveryPane, type Mark } from './delivery-pane.tsx'
import { NoteDialog, type Asking } from './note-dialog.tsx'
import { isMail, stateWords } from './standing.ts'
import { TextAsReleased } from './text-as-released.tsx'
import { useBulletinRelease } from './use-bulletin-release.ts'
import { useWriting, WritingStrip } from './writing-strip.tsx'

const tones = { waiting: 'soon', written: 'soon', sent: '', acknowledged: 'dim', failed: 'late' }
const onDisk = async (): Promise<boolean> => true

export function BulletinReleased({ bulletin }: { readonly bulletin: Bulletin }) {
  const { id, deliveries } = bulletin
  const [chosen, setChosen] = useState(() => Math.max(0, deliveries.findIndex(isOpen)))
  const [asking, setAsking] = useState<Asking | null>(null)
  const at = Math.min(chosen, Math.max(0, deliveries.length - 1))
  const here = deliveries[at]
  const writing = useWriting(bulletin.number)
  const mark = async (delivery: Delivery, state: Mark, note: string): Promise<void> => {
    if (told(await markDelivery({ id, card: delivery.card, state, note })) === null) return
    setAsking(null)
    const next = deliveries.findIndex((one, place) => place > at && one.state === delivery.state)
    if (next >= 0) setChosen(next)
  }
  return (
    <div className="page bulletin">
      <Head bulletin={bulletin} writing={writing !== null} />
      {writing === null ? null : <WritingStrip job={writing} />}
      <div className="bulletin-columns">
        <TextAsReleased bulletin={bulletin} here={here ?? null} />
        <section className="bulletin-side" aria-labelledby="bulletin-progress">
          <Progress bulletin={bulletin} />
          <div className="bulletin-list">
            <DeliveryList
              label={t('bulletin.progress')}
              deliveries={deliveries}
              selected={at}
              onSelect={setChosen}
              right={State}
              below={Way}
            />
          </div>
          {here === undefined ? null : (
            <DeliveryPane
              delivery={here}
              onMark={(state) => void mark(here, state, '')}
              onAsk={(state) => setAsking({ delivery: here, state })}
            />
          )}
        </section>
      </div>
      {asking === null ? null : (
        <NoteDialog
          asking={asking}
          onGo={(note) => mark(asking.delivery, asking.state, note)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

const isOpen = ({ state }: Delivery): boolean => state === 'waiting' || state === 'written' || state === 'sent'

const State = (delivery: Delivery) => <strong className={tones[delivery.state]}>{stateWords(delivery)}</strong>

function Way({ channel, value, note, at }: Delivery) {
  return (
    <>
      <span className="cut grow">
        {t(`bulletin.channel.${channel}`)}
        {value === null ? '' : ` · ${value}`}
        {note === '' ? '' : ` · ${note}`}
      </span>
      {at === null ? null : <Time at={at} />}
    </>
  )
}

function Progress({ bulletin: { deliveries } }: { readonly bulletin: Bulletin }) {
  const acknowledged = deliveries.filter(({ state }) => state === 'acknowledged').length
  const failed = deliveries.filter(({ state }) => state === 'failed').length
  return (
    <div className="bulletin-verdict" role="status">
      <h2 id="bulletin-progress">{t('bulletin.progress')}</h2>
      <p className="row">
        {acknowledged === deliveries.length
          ? t('bulletin.progress-done')
          : t('bulletin.released-sentence', { acknowledged, of: deliveries.length })}
        {failed === 0 ? null : <span className="late">{t('bulletins.failed', { n: failed })}</span>}
      </p>
      <ChannelCounts deliveries={deliveries} />
    </div>
  )
}

function Head({ bulletin, writing }: { readonly bulletin: Bulletin; readonly writing: boolean }) {
  const { id, number, title, kind, tlp, deliveries, case: caseNumber } = bulletin
  const releasing = useBulletinRelease(bulletin, onDisk)
  const written = deliveries.filter(({ state }) => state === 'written')
  const unwritten = deliveries.filter((one) => isMail(one) && one.state === 'waiting').length
  const isPublic = tlp === 'CLEAR' || tlp === 'GREEN'
  useKeys('here', [
    {
      keys: 'Escape',
      label: t('bulletin.back'),
      run: () => go({ page: 'bulletins', params: {} }),
      hint: true,
    },
  ])
  return (
    <PageHead
      title={
        <>
          <span className="mono">{number}</span> {title}
        </>
      }
      sentence={t(`bulletin.kind.${kind}`)}
      actions={
        <>
          {unwritten === 0 || writing ? null : (
            <ActionButton
              keys="Ctrl+Enter"
              hint
              label={t('bulletin.write-rest', { n: unwritten })}
              disabled={releasing.busy}
              onAct={() => void releasing.release()}
            />
          )}
          {written.length === 0 ? null : (
            <ActionButton
              keys="S"
              label={t('bulletin.mark-all-sent', { n: written.length })}
              onAct={() => void allSent(id, written)}
            />
          )}
          {isPublic ? <ActionButton keys="y" hint label={t('bulletin.copy')} onAct={() => void copy(id)} /> : null}
          {caseNumber === null ? null : (
            <Button onPress={() => go({ page: 'case', params: { number: caseNumber } })}>
              {t('bulletin.see-case')} <span className="mono">{caseNumber}</span>
            </Button>
          )}
          {releasing.locked === null ? null : (
            <UnlockKeyDialog
              fingerprint={releasing.locked}
              why={t('bulletin.unlock-why')}
              go={t('unlock-key.go')}
              onUnlock={releasing.unlock}
              onClose={releasing.giveUp}
            />
          )}
        </>
      }
    />
  )
}

async function allSent(id: string, written: readonly Delivery[]): Promise<void> {
  let done = 0
  for (const { card } of written) {
    if (told(await markDelivery({ id, card, state: 'sent', note: '' })) === null) break
    done += 1
  }
  if (done > 0) showDone(saying('bulletin.marked-many', { n: done }))
}

async function copy(id: string): Promise<void> {
  if (told(await copyBulletin(id)) !== null) showDone(saying('bulletin.copied'))
}
