/** To whom an announcement goes: single teams by name, all constituents, everybody on file. */
import type { CardRow } from '../../../shared/ipc/card-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { cardLists } from '../../state/cards.ts'
import { showDone } from '../../state/toasts.ts'
import { AddTeam } from '../../ui/add-team.tsx'
import { Button } from '../../ui/button.tsx'
import { FormLine } from '../../ui/form-line.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'

interface Props {
  readonly to: readonly string[]
  readonly onChange: (to: readonly string[]) => void
}

const addId = 'bulletin-add'
/** As many as one announcement takes. */
const most = 2_000

export function ToLines({ to, onChange }: Props) {
  const cards = (cardLists.use('').value ?? []).filter(({ own }) => !own)
  const constituents = cards.filter(({ roles }) => roles.includes('constituent'))
  const addAll = (rows: readonly CardRow[]): void => {
    const next = [...new Set([...to, ...rows.map(({ id }) => id)])].slice(0, most)
    onChange(next)
    showDone(saying('bulletin.added', { n: next.length - to.length }), () => onChange(to))
  }
  const clear = (): void => {
    onChange([])
    showDone(saying('bulletin.cleared'), () => onChange(to))
  }
  useKeys('here', [
    { keys: 'Alt+R', label: t('bulletin.add'), run: () => document.getElementById(addId)?.focus(), hint: true },
    {
      keys: 'Alt+C',
      label: t('bulletin.all-constituents', { n: constituents.length }),
      run: () => addAll(constituents),
      disabled: constituents.length === 0,
    },
    {
      keys: 'Alt+A',
      label: t('bulletin.all-on-file', { n: cards.length }),
      run: () => addAll(cards),
      disabled: cards.length === 0,
    },
  ])
  return (
    <>
      <FormLine label={t('bulletin.to')} id="bulletin-to">
        <span className={to.length === 0 ? 'soon grow' : 'grow'}>
          {to.length === 0 ? t('bulletin.nobody') : t('bulletin.to-count', { n: to.length })}
        </span>
        <Button kbd="Alt+C" disabled={constituents.length === 0} onPress={() => addAll(constituents)}>
          {constituents.length === 0
            ? t('bulletin.no-constituents')
            : t('bulletin.all-constituents', { n: constituents.length })}
        </Button>
        <Button kbd="Alt+A" disabled={cards.length === 0} onPress={() => addAll(cards)}>
          {t('bulletin.all-on-file', { n: cards.length })}
        </Button>
        <Button look="quiet" disabled={to.length === 0} onPress={clear}>
          {t('bulletin.clear')}
        </Button>
      </FormLine>
      <div className="form-line">
        <AddTeam
          id={addId}
          keys="Alt+R"
          label={t('bulletin.add')}
          hint={t('bulletin.add-hint')}
          none={t('bulletin.add-none')}
          cards={cards.filter(({ id }) => !to.includes(id))}
          onAdd={(id) => onChange([...to, id].slice(0, most))}
        />
      </div>
    </>
  )
}
