/** The keyring: what must be decided stands out, what is verified stays quiet. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { keyring } from '../../state/keyring.ts'
import { usePageSearch } from '../../state/search.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { ImportDialog } from './import-dialog.tsx'
import { endsSoon, groupedKeys, groupOf, matchesKey } from './key-groups.ts'
import { KeyList, revealKey } from './key-list.tsx'
import { KeyPane } from './key-pane.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

const chips = ['all', 'own', 'decide', 'ending'] as const
type KeyChip = (typeof chips)[number]

type Asking = { readonly kind: 'verify' | 'import' } | { readonly kind: 'reject'; readonly first: string } | null

export function KeyringPage({ fingerprint }: { readonly fingerprint?: string }) {
  const { value, problem } = keyring.use()
  const search = usePageSearch(t('key.search'))
  const now = useNow()
  const [chip, setChip] = useState<KeyChip>('all')
  const [chosen, setChosen] = useState<string | null>(fingerprint ?? null)
  const [asking, setAsking] = useState<Asking>(null)
  const all = value ?? []
  const shown = (id: KeyChip): readonly KeyRow[] => all.filter((key) => inChip(key, id, now))
  const groups = groupedKeys(shown(chip).filter((key) => matchesKey(key, search)))
  const rows = groups.flatMap(({ keys }) => keys)
  const row = rows.find((key) => key.fingerprint === chosen) ?? rows[0]
  const select = (key: KeyRow | undefined): void => {
    if (key === undefined) return
    setChosen(key.fingerprint)
    revealKey(key.fingerprint)
  }
  const move = (by: number): void =>
    row === undefined ? undefined : select(rows[Math.max(0, Math.min(rows.indexOf(row) + by, rows.length - 1))])
  const close = (): void => setAsking(null)
  useStepKeys(move)
  return (
    <div className="page">
      <PageHead
        title={t('key.title')}
        sentence={t('key.sentence', { n: all.length, decide: shown('decide').length, ending: shown('ending').length })}
        actions={
          <ActionButton
            keys="n"
            icon={<Plus aria-hidden />}
            label={t('key.import')}
            onAct={() => setAsking({ kind: 'import' })}
            hint
          />
        }
      />
      <div className="page-body">
        <div className="page-main">
          <div className="queue-chips row">
            <Chips
              label={t('queue.chips')}
              chips={chips.map((id) => ({ id, label: t(`key.chip.${id}`), count: shown(id).length }))}
              selected={chip}
              onSelect={setChip}
            />
            <span className="grow" />
            <span className="dim">{t('key.full-only')}</span>
          </div>
          {problem === null ? null : <ProblemNote problem={problem} />}
          {value !== null && rows.length === 0 ? (
            <NoKeys all={all.length} />
          ) : (
            <KeyList groups={groups} selected={row?.fingerprint ?? null} onSelect={setChosen} />
          )}
        </div>
        {row === undefined ? null : (
          <KeyPane
            row={row}
            onVerify={() => setAsking({ kind: 'verify' })}
            onReject={() => setAsking({ kind: 'reject', first: '' })}
          />
        )}
      </div>
      {asking?.kind === 'import' ? (
        <ImportDialog
          onClose={close}
          onDone={(imported) => {
            setChosen(imported)
            close()
          }}
        />
      ) : null}
      {asking?.kind === 'verify' && row !== undefined ? (
        <VerifyDialog
          row={row}
          onClose={close}
          onDiffers={() => setAsking({ kind: 'reject', first: t('verify.differed') })}
        />
      ) : null}
      {asking?.kind === 'reject' && row !== undefined ? (
        <RejectDialog row={row} first={asking.first} onClose={close} />
      ) : null}
    </div>
  )
}

function inChip(key: KeyRow, chip: KeyChip, now: number): boolean {
  if (chip === 'all') return true
  return chip === 'ending' ? endsSoon(key, now) && key.state !== 'revoked' : groupOf(key) === chip
}

function NoKeys({ all }: { readonly all: number }) {
  return all === 0 ? (
    <Empty kind="none" title={t('key.none')} />
  ) : (
    <Empty kind="filtered" title={t('key.hidden', { n: all })} />
  )
}
