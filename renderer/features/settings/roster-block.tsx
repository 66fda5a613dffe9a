/** The team's people by tier, as the members of its own card have them (O-15 to O-20). */
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { me } from '../../state/me.ts'
import { go } from '../../state/route.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/pane.tsx'
import { Person } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

type People = DutyView['roster']

export function RosterBlock({ roster }: { readonly roster: People }) {
  const card = me.use().value?.ownCard ?? null
  const untiered = roster.filter(({ tier }) => tier === null)
  return (
    <Block title={t('duty.roster')} why={t('duty.roster-why')}>
      <Facts
        facts={[
          ...tiers.map(
            (tier) =>
              [
                t(`setup.tier.${tier}`),
                <Listed key={tier} people={roster.filter((one) => one.tier === tier)} />,
              ] as const,
          ),
          ...(untiered.length === 0 ? [] : [[t('duty.tier-none'), <Listed key="none" people={untiered} />] as const]),
        ]}
      />
      {card === null ? (
        <p className="dim">{t('clocks.no-card')}</p>
      ) : (
        <div className="row">
          <ActionButton
            keys="o"
            label={t('duty.roster-edit')}
            onAct={() => go({ page: 'card', params: { id: card.id } })}
          />
        </div>
      )}
    </Block>
  )
}

function Listed({ people }: { readonly people: People }) {
  if (people.length === 0) return <span className="dim">{t('duty.tier-empty')}</span>
  return (
    <ul className="settings-people">
      {people.map(({ code, name }) => (
        <li key={code}>
          <Person code={code} /> {name}
        </li>
      ))}
    </ul>
  )
}
