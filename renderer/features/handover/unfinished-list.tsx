/** What was begun and is not finished: drafts, keys half read, calls and promises. */
import { FilePen, Handshake, KeyRound, PhoneIncoming } from 'lucide-react'
import type { Unfinished } from '../../../shared/ipc/handover-views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'

const icons = { draft: FilePen, key: KeyRound, call: PhoneIncoming, promise: Handshake }

export function UnfinishedList({ unfinished }: { readonly unfinished: readonly Unfinished[] }) {
  return (
    <Section
      title={t('handover.unfinished')}
      aside={unfinished.length === 0 ? undefined : <span className="dim mono">{unfinished.length}</span>}
    >
      {unfinished.length === 0 ? <p className="dim">{t('handover.unfinished-none')}</p> : null}
      <ul className="pane-list">
        {unfinished.map((one, at) => (
          <Row key={`${String(at)} ${one.number ?? ''}`} one={one} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ one: { kind, said, number } }: { readonly one: Unfinished }) {
  const Icon = icons[kind]
  return (
    <li>
      <Icon aria-hidden />
      <span className="grow">{sentence(said)}</span>
      {number === null ? null : (
        <Button look="link" onPress={() => go({ page: 'case', params: { number } })}>
          <span className="mono">{number}</span>
        </Button>
      )}
    </li>
  )
}
