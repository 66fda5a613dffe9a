/** The keyring: what must be decided stands out, what is verified stays quiet. */
import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { keyring } from '../../state/keyring.ts'
import { back, type Pages } from '../../state/route.ts'
import { usePageSearch } from '../../state/search.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { GenerateDialog } from './generate-dialog.tsx'
import type { KeyAsk } from './key-ask.ts'
import { KeyImport } from './key-import.tsx'
import { KeyDialogs } from './key-dialogs.tsx'
import { endWarning, groupOf, hasWarning, keyLines, matchesKey } from './key-groups.ts'
import { KeyList, keySizes, useRevealOnce } from './key-list.tsx'
import { KeyPane } from './key-pane.tsx'

const chips = ['all', 'own', 'decide', 'ending', 'warned'] as const
type KeyChip = (typeof chips)[number]

type Asking = KeyAsk | 'differs' | 'import' | 'generate' | null

export function KeyringPage(asked: Pages['keyring']) {
  const { value, problem } = keyring.use()
  const search = usePageSearch(t('key.search'))
  const now = useNow()
  const [chip, setChip] = useState<KeyChip>('all')
  const [chosen, setChosen] = useState<string | null>(asked.fingerprint ?? null)
  const [asking, setAsking] = useState<Asking>(asked.ask ?? null)
  const all = useMemo(() => value ?? [], [value])
  const shown = (id: KeyChip): readonly KeyRow[] => all.filter((key) => inChip(key, id, now))
  const lines = keyLines(shown(chip).filter((key) => matchesKey(key, search)))
  const rows = lines.flatMap((line) => (line.kind === 'key' ? [line.row] : []))
  const row = rows.find((key) => key.fingerprint === chosen) ?? firstOf(rows)
  const scroller = useRef<HTMLDivElement>(null)
  const view = useListWindow(scroller, lines.length, keySizes)
  useRevealOnce(
    lines.findIndex((line) => line.kind === 'key' && line.row.fingerprint === asked.fingerprint),
    view.reveal,
  )
  const move = (by: number): void => {
    if (row === undefined) return
    const next = rows[Math.max(0, Math.min(rows.indexOf(row) + by, rows.length - 1))] ?? row
    setChosen(next.fingerprint)
    view.reveal(lines.findIndex((line) => line.kind === 'key' && line.row === next))
  }
  useStepKeys(move)
  useKeys('here', [
    { keys: 'PageDown', label: t('page.move'), run: () => move(view.page()), silent: true },
    { keys: 'PageUp', label: t('page.move'), run: () => move(-view.page()), silent: true },
    { keys: 'Home', label: t('page.move'), run: () => move(-rows.length), silent: true },
    { keys: 'End', label: t('page.move'), run: () => move(rows.length), silent: true },
  ])
  /** Who came from a message goes back to it. */
  const close = (): void => {
    setAsking(null)
    if (asked.ask !== undefined && asking === asked.ask) back()
  }
  return (
    <div className="page">
      <PageHead
        title={t('key.title')}
        sentence={t('key.sentence', { n: all.length, decide: shown('decide').length, ending: shown('ending').length })}
        actions={
          <>
            <ActionButton
              keys="n"
              icon={<Plus aria-hidden />}
              label={t('key.import')}
              onAct={() => setAsking('import')}
              hint
            />
            <ActionButton keys="N" look="quiet" label={t('key.generate')} onAct={() => setAsking('generate')} />
          </>
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
            <span className="dim cut">{t('key.full-only')}</span>
          </div>
          {problem === null ? null : <ProblemNote problem={problem} />}
          {value !== null && rows.length === 0 ? (
            <NoKeys all={all.length} onImport={() => setAsking('import')} />
          ) : (
            <KeyList
              scroller={scroller}
              view={view}
              lines={lines}
              selected={row?.fingerprint ?? null}
              onSelect={setChosen}
            />
          )}
        </div>
        {row === undefined ? null : <KeyPane row={row} onAsk={setAsking} />}
      </div>
      <KeyImport
        asked={asking === 'import'}
        from={asked}
        onClose={close}
        onDone={(imported) => {
          if (imported !== null) setChosen(imported)
          setAsking(null)
        }}
      />
      {asking === 'generate' ? (
        <GenerateDialog
          onClose={close}
          onDone={(made) => {
            setChosen(made)
            setAsking(null)
          }}
        />
      ) : null}
      {asking === null || asking === 'import' || asking === 'generate' || row === undefined ? null : (
        <KeyDialogs ask={asking} row={row} onDiffers={() => setAsking('differs')} onClose={close} />
      )}
    </div>
  )
}

/** The first one that waits for a decision; work begins there. */
const firstOf = (rows: readonly KeyRow[]): KeyRow | undefined =>
  rows.find((key) => groupOf(key) === 'decide') ?? rows[0]

function inChip(key: KeyRow, chip: KeyChip, now: number): boolean {
  switch (chip) {
    case 'all':
      return true
    case 'ending':
      return endWarning(key, now) !== null
    case 'warned':
      return hasWarning(key)
    default:
      return groupOf(key) === chip
  }
}

function NoKeys({ all, onImport }: { readonly all: number; readonly onImport: () => void }) {
  return all === 0 ? (
    <Empty kind="none" title={t('key.none')} action={<Button onPress={onImport}>{t('key.import')}</Button>} />
  ) : (
    <Empty kind="filtered" title={t('key.hidden', { n: all })} />
  )
}
