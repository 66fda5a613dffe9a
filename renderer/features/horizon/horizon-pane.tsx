/** One row of the horizon: what happens if nobody acts, and the one next step with its key. */
import type { HorizonItem } from '../../../shared/domain/horizon/horizon.ts'
import { newDraft } from '../../state/drafts.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { FingerprintGroups } from '../../ui/fingerprint.tsx'
import { Facts, Pane, Section } from '../../ui/pane.tsx'
import { Tag } from '../../ui/tag.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { whatOf } from './what-of.ts'

export function HorizonPane({ item }: { readonly item: HorizonItem }) {
  const { short, card, kind } = item
  return (
    <Pane label={whatOf(item)}>
      <div className="row">
        {short === null ? null : <Tag tone="late">{t('horizon.short', { n: short.days })}</Tag>}
        <span className="grow" />
        <span className="dim">{t(`horizon.kind.${kind}`)}</span>
      </div>
      <div>
        <h2>{whatOf(item)}</h2>
        {short === null ? null : (
          <p className="dim">
            {t('horizon.due', { number: short.number })} <Time at={short.due} />
          </p>
        )}
      </div>
      <Section title={t('horizon.then')}>
        <p>{sentence(item.otherwise)}</p>
      </Section>
      <Section title={t('horizon.next')}>
        <p>{sentence(item.next)}</p>
        <div className="row">
          <NextStep item={item} />
          {card === null ? null : (
            <ActionButton
              keys="Enter"
              hint
              label={t('horizon.open-card')}
              onAct={() => go({ page: 'card', params: { id: card.id } })}
            />
          )}
        </div>
      </Section>
      <Facts
        facts={[
          [t('horizon.column.on'), <Time key="at" at={item.lapsesAt} form="iso" />],
          ...(short === null
            ? []
            : [[t('horizon.column.matters'), <CaseLink key="case" number={short.number} />] as const]),
        ]}
      />
      {kind === 'key' || kind === 'own-key' ? <FingerprintGroups value={item.id} /> : null}
    </Pane>
  )
}

function CaseLink({ number }: { readonly number: string }) {
  return <ActionButton keys="o" look="link" label={number} onAct={() => go({ page: 'case', params: { number } })} />
}

function NextStep({ item: { kind, card, id } }: { readonly item: HorizonItem }) {
  if (kind === 'own-key') {
    const open = (): void => go({ page: 'keyring', params: { fingerprint: id } })
    return <ActionButton keys="e" hint look="filled" label={t('horizon.open-key')} onAct={open} />
  }
  if (card === null) return null
  const write = async (): Promise<void> => {
    const view = told(await newDraft({ case: null, to: [card.id], inReplyTo: null }))
    if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
  }
  if (kind === 'check') {
    const open = (): void => go({ page: 'card', params: { id: card.id } })
    return <ActionButton keys="v" hint look="filled" label={t('horizon.check')} onAct={open} />
  }
  return <ActionButton keys="c" hint look="filled" label={t('horizon.write')} onAct={() => void write()} />
}
