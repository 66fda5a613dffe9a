/** Where the vault is to lie: the usual place, or a folder that a person names. */
import { Folder } from 'lucide-react'
import { pick } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

/** null: the usual place of this machine. */
export type VaultPlace = { readonly grant: string; readonly name: string } | null

export async function pickFolder(): Promise<VaultPlace> {
  return told(await pick('folder', t('setup.place')))?.[0] ?? null
}

export function PlaceChoice({
  place,
  onChange,
}: {
  readonly place: VaultPlace
  readonly onChange: (place: VaultPlace) => void
}) {
  const choose = async (): Promise<void> => onChange((await pickFolder()) ?? place)
  return (
    <div className="row">
      <Folder size={15} aria-hidden />
      <span className="grow cut">
        {t('setup.place')}: {place === null ? t('setup.place-usual') : place.name}
      </span>
      <Button look="quiet" onPress={() => void choose()}>
        {t('setup.place-other')}
      </Button>
    </div>
  )
}
