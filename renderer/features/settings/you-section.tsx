/** Who is at the desk, as the journal knows them, with their own keys. */
import { me } from '../../state/me.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { StepsBlock } from './steps-block.tsx'

export function YouSection() {
  const { value, problem } = me.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const { analyst, copy, zone, hours, ownCard, deskKey, teamKey, findings } = value
  return (
    <>
      {findings.map((finding) => (
        <Note key={finding.code} tone="condition" code={finding.code}>
          {sentence(finding)}
        </Note>
      ))}
      <Block title={t('settings.you')} why={t('settings.you-why')}>
        <Facts
          facts={[
            [
              t('setup.code'),
              <span key="code" className="mono">
                {analyst.code}
              </span>,
            ],
            [t('setup.name'), analyst.name],
            [t('setup.tier'), t(`setup.tier.${analyst.tier}`)],
            [
              t('settings.copy'),
              <span key="copy" className="mono">
                {copy.tag}
              </span>,
            ],
          ]}
        />
      </Block>
      <Block title={t('settings.team')} why={t('settings.team-why')}>
        <Facts
          facts={[
            [
              t('settings.own-card'),
              ownCard === null ? (
                <span key="none" className="soon">
                  {t('settings.no-own-card')}
                </span>
              ) : (
                ownCard.name
              ),
            ],
            [t('setup.team-address'), ownCard?.address ?? '–'],
            [t('setup.zone'), zone],
            [
              t('setup.card.hours'),
              <span key="hours" className="mono">
                {hours}
              </span>,
            ],
          ]}
        />
        {ownCard === null ? null : (
          <div>
            <Button onPress={() => go({ page: 'card', params: { id: ownCard.id } })}>{t('settings.open-card')}</Button>
          </div>
        )}
      </Block>
      <StepsBlock />
      <Block title={t('settings.keys')} why={t('settings.keys-why')}>
        <Facts
          facts={[
            [t('key.role.desk'), <Fingerprint key="desk" value={deskKey} />],
            [
              t('key.role.team'),
              teamKey === null ? (
                <span key="none" className="soon">
                  {t('settings.no-team-key')}
                </span>
              ) : (
                <Fingerprint key="team" value={teamKey} />
              ),
            ],
          ]}
        />
      </Block>
    </>
  )
}
