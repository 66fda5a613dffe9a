/** The right pane: whom to call for this step, whether they are there now, what to say, why not by mail, who next; and other cases. */
import { cardLists } from '../../state/cards.ts'
import { Pane, Section } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { OtherCases } from './other-cases.tsx'
import { peopleOf } from './people-of.ts'
import { WhoCard } from './who-card.tsx'

export function WhoPane() {
  const { view, party } = useCaseDesk()
  const cards = cardLists.use('').value ?? []
  const people = peopleOf(view.state, cards)
  const ofParty = cards.find(({ id }) => id === party?.party.card)
  const first = ofParty ?? people[0]
  const others = people.filter(({ id }) => id !== first?.id).slice(0, 6)
  return (
    <Pane label={t('casepage.people')}>
      <h2 className="visually-hidden">{t('casepage.people')}</h2>
      <Section title={t('casework.who-step')}>
        {first === undefined ? (
          <p className="dim">{t('casepage.who-none')}</p>
        ) : (
          <WhoCard row={first} urgent={view.state.urgent} tlp={view.state.tlp} large />
        )}
      </Section>
      {others.length === 0 ? null : (
        <Section title={t('casepage.who-others')}>
          {others.map((row) => (
            <WhoCard key={row.id} row={row} urgent={view.state.urgent} tlp={view.state.tlp} />
          ))}
        </Section>
      )}
      <OtherCases />
    </Pane>
  )
}
