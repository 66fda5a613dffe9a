/** Whose card it is: the one that the source was held against, one that looks like it, or a new one. */
import type { CardPreview } from '../../../shared/ipc/card-views.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { sentence, t } from '../../ui/t.ts'

const fresh = 'new'

interface Props {
  readonly preview: CardPreview
  readonly into: string | null
  readonly onInto: (card: string | null) => void
}

export function IntoChoice({ preview: { against, alike }, into, onInto }: Props) {
  if (against === null && alike.length === 0) return null
  const choices = [
    ...(against === null ? [] : [{ value: against.id, label: t('cardimport.into', { name: against.name }) }]),
    ...alike.map(({ id, name, because }) => ({
      value: id,
      label: `${t('cardimport.into', { name })} ${sentence(because)}`,
    })),
    { value: fresh, label: t('cardimport.into-new') },
  ]
  return (
    <div className="import-into">
      <Choices
        label={t('cardimport.whose')}
        value={into ?? fresh}
        choices={choices}
        onChange={(value) => onInto(value === fresh ? null : value)}
      />
    </div>
  )
}
