/** Step 1: who sits at this desk. The code stands in every journal entry and in the case numbers. */
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { StepBox } from './steps.tsx'
import { isCode, isComplete, isZone, type Wish } from './wish.ts'

interface Props {
  readonly wish: Wish
  readonly trialOnly: boolean
  readonly onChange: (wish: Wish) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export function YouStep({ wish, trialOnly, onChange, onBack, onNext }: Props) {
  const ready = isComplete(wish)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onNext()
      }}
    >
      <StepBox
        title={t('setup.you')}
        sentence={t('setup.you-why')}
        side={<Preview wish={wish} />}
        foot={
          <>
            <ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />
            <span className="grow" />
            <Button type="submit" look="filled" kbd="Enter" disabled={!ready}>
              {t('setup.next-passphrase')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('setup.code')}
          hint={t('setup.code-hint')}
          value={wish.code}
          error={wish.code !== '' && !isCode(wish.code) ? t('setup.code-wrong') : null}
          onChange={(code) => onChange({ ...wish, code: code.toUpperCase().trim().slice(0, 6) })}
          mono
          autoFocus
        />
        <TextField
          label={t('setup.name')}
          hint={t('setup.name-hint')}
          value={wish.name}
          onChange={(name) => onChange({ ...wish, name })}
        />
        <Choices
          label={t('setup.tier')}
          value={wish.tier}
          choices={tiers.map((value) => ({ value, label: t(`setup.tier.${value}`) }))}
          onChange={(tier) => onChange({ ...wish, tier })}
          look="segments"
        />
        <TextField
          label={t('setup.zone')}
          value={wish.zone}
          error={isZone(wish.zone) ? null : t('setup.zone-wrong')}
          onChange={(zone) => onChange({ ...wish, zone })}
        />
        <Checkbox
          checked={wish.trial}
          disabled={trialOnly}
          onChange={(trial) => onChange({ ...wish, trial })}
          detail={trialOnly ? t('setup.trial-only') : t('setup.trial-why')}
        >
          {t('setup.trial')}
        </Checkbox>
      </StepBox>
    </form>
  )
}

function Preview({ wish }: { readonly wish: Wish }) {
  const now = useNow()
  const code = isCode(wish.code) ? wish.code : '··'
  return (
    <>
      <h3>{t('setup.seen')}</h3>
      <dl className="setup-seen">
        <dt>{t('setup.seen.number')}</dt>
        <dd className="mono">{`${String(new Date(now).getUTCFullYear())}-${code}-0001`}</dd>
        <dt>{t('setup.seen.journal')}</dt>
        <dd className="mono">{`${code} (${wish.tier})`}</dd>
        <dt>{t('setup.seen.formal')}</dt>
        <dd>{wish.name === '' ? '··' : wish.name}</dd>
      </dl>
    </>
  )
}
