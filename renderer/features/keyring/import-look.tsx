/** The second step of an import: how many keys of what kind, each as it is, and which of them are taken. */
import { useMemo, useState } from 'react'
import type { KeyPreview } from '../../../shared/ipc/key-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chips } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { cardFor, countOf, filtered, firstChoice, heres, inOrder, takeable, type Here } from './import-choice.ts'
import type { Wish } from './import-dialog.tsx'
import { ImportProgress } from './import-progress.tsx'
import { PreviewList } from './preview-list.tsx'

interface Props {
  readonly name: string
  readonly found: readonly KeyPreview[]
  readonly problem: Saying | null
  readonly onTake: (wish: Wish) => Promise<void>
  readonly onClose: () => void
}

/** From this many on it is worth searching. */
const many = 12

export function ImportLook({ name, found, problem, onTake, onClose }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(firstChoice(found)))
  const [here, setHere] = useState<Here | 'all'>('all')
  const [words, setWords] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [linked, setLinked] = useState(true)
  const [busy, setBusy] = useState(false)
  const shown = useMemo(() => filtered(inOrder(found), { here, words }), [found, here, words])
  const card = useMemo(() => cardFor(found, chosen), [found, chosen])
  const hasSecret = found.some(({ inspected: { secret, fingerprint } }) => secret && chosen.has(fingerprint ?? ''))
  const toggle = (fingerprints: readonly string[], on: boolean): void => {
    const next = new Set(chosen)
    for (const one of fingerprints) {
      if (on) next.add(one)
      else next.delete(one)
    }
    setChosen(next)
  }
  const take = (): void => {
    setBusy(true)
    void onTake({ chosen, card: linked ? (card?.id ?? null) : null, passphrase }).finally(() => setBusy(false))
  }
  return (
    <Dialog
      title={t('import.in', { n: found.length, name })}
      sentence={t('import.in-why')}
      wide
      onClose={onClose}
      foot={
        <>
          {busy ? (
            <ImportProgress />
          ) : (
            <span className="grow strong">{t('import.chosen', { n: chosen.size, of: found.length })}</span>
          )}
          <Button kbd="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            look="filled"
            label={t('import.go', { n: chosen.size })}
            disabled={busy || chosen.size === 0}
            onAct={take}
          />
        </>
      }
    >
      <div className="row import-tools">
        <Chips
          label={t('queue.chips')}
          chips={[
            { id: 'all' as const, label: t('key.chip.all'), count: found.length },
            ...heres
              .map((id) => ({ id, label: t(`import.here.${id}`), count: countOf(found, id) }))
              .filter(({ count }) => count > 0),
          ]}
          selected={here}
          onSelect={setHere}
        />
        <span className="grow" />
        <Button look="link" onPress={() => toggle(takeable(shown), true)}>
          {t('import.all', { n: takeable(shown).length })}
        </Button>
        <Button look="link" onPress={() => toggle(takeable(shown), false)}>
          {t('import.none')}
        </Button>
      </div>
      {found.length < many ? null : (
        <TextField label={t('import.search')} type="search" value={words} onChange={setWords} />
      )}
      <PreviewList
        shown={shown}
        chosen={chosen}
        onToggle={(one, on) => toggle([one], on)}
        onEnter={() => (busy || chosen.size === 0 ? undefined : take())}
      />
      {card === null ? null : (
        <Checkbox checked={linked} onChange={setLinked} detail={t('import.link-why')}>
          {t('import.link', { name: card.name })}
        </Checkbox>
      )}
      {hasSecret ? (
        <PassphraseField
          label={t('import.passphrase')}
          hint={t('import.passphrase-why')}
          value={passphrase}
          onChange={setPassphrase}
        />
      ) : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </Dialog>
  )
}
