/** To whom: a colleague of the roster, and whether something can be sealed to them; where not, why and what to do. */
import type { Taker } from '../../../shared/ipc/handover-views.ts'
import { go } from '../../state/route.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly takers: readonly Taker[]
  /** Empty: nobody yet. */
  readonly code: string
  readonly onChange: (code: string) => void
}

/** The fingerprint that it can be sealed to; null where there is none. */
export const sealedTo = (taker: Taker | undefined): string | null =>
  taker !== undefined && taker.verified ? taker.key : null

export function TakerField({ takers, code, onChange }: Props) {
  if (takers.length === 0) return <NoKey words={t('handover.give-nobody')} fingerprint={null} />
  const taker = takers.find((one) => one.code === code)
  return (
    <>
      <Select
        label={t('handover.give-whom')}
        value={code}
        choices={[
          ...(taker === undefined ? [{ value: '', label: t('handover.give-choose') }] : []),
          ...takers.map((one) => ({ value: one.code, label: labelOf(one) })),
        ]}
        onChange={onChange}
      />
      {taker === undefined ? null : <KeyOf taker={taker} />}
    </>
  )
}

function labelOf({ code, name, tier, key, verified }: Taker): string {
  const state = key === null ? t('handover.give-no-key') : verified ? null : t('handover.give-unverified')
  return [code, name, tier, state].filter((part) => part !== null).join(', ')
}

function KeyOf({ taker: { code, key, verified } }: { readonly taker: Taker }) {
  if (key === null) return <NoKey words={t('handover.give-key-none', { code })} fingerprint={null} />
  if (!verified) return <NoKey words={t('handover.give-key-unverified', { code })} fingerprint={key} />
  return (
    <p className="dim">
      {t('handover.give-sealed')} <Fingerprint value={key} />
    </p>
  )
}

function NoKey({ words, fingerprint }: { readonly words: string; readonly fingerprint: string | null }) {
  const open = (): void =>
    go(
      fingerprint === null
        ? { page: 'keyring', params: { ask: 'import' } }
        : { page: 'keyring', params: { fingerprint, ask: 'verify' } },
    )
  return (
    <Note tone="condition">
      <p>{words}</p>
      <ActionButton
        keys="Alt+K"
        label={t(fingerprint === null ? 'handover.give-import' : 'handover.give-verify')}
        onAct={open}
      />
    </Note>
  )
}
