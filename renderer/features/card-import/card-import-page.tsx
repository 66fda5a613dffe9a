/** A source beside the card that it makes: nothing is saved until a person has looked at it and says so. */
import { useMemo, useState } from 'react'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { saying } from '../../../shared/words/say.ts'
import type { CardPreview } from '../../../shared/ipc/card-views.ts'
import { acceptCard, discardCard, usePreview } from '../../state/card-import.ts'
import { back, replaceRoute } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { DocumentPane, showLine } from './document-pane.tsx'
import { FieldList, revealField } from './field-list.tsx'
import { fieldRows, flaggedLines, type FieldRow } from './fields-of.ts'
import { ImportFindings } from './import-findings.tsx'
import { IntoChoice } from './into-choice.tsx'
import { KeyChanges } from './key-changes.tsx'
import { SignatureNote } from '../../ui/signature-note.tsx'
import { Wire } from './wire.tsx'
import './card-import.css'

export function CardImportPage({ token }: { readonly token: string }) {
  const preview = usePreview(token)
  if (preview !== null) return <Import key={token} preview={preview} />
  return (
    <Empty
      kind="unreadable"
      title={t('cardimport.gone')}
      action={<Button onPress={back}>{t('cardimport.back')}</Button>}
    >
      {t('cardimport.gone-why')}
    </Empty>
  )
}

function Import({ preview }: { readonly preview: CardPreview }) {
  const { token, card, text, source, against, keyChanges, keyChanged, older } = preview
  const [chosen, setChosen] = useState<CardField | null>(null)
  const [keep, setKeep] = useState<ReadonlySet<CardField>>(new Set())
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [into, setInto] = useState<string | null>(against?.id ?? null)
  const all = useMemo(() => fieldRows(preview), [preview])
  const rows = all.filter(({ words, change }) => words.length > 0 || change !== null)
  const row = rows.find(({ field }) => field === chosen) ?? null
  const flagged = useMemo(() => flaggedLines(card), [card])
  const read = useMemo(() => new Set(all.flatMap(({ lines }) => lines)), [all])
  const fresh = keyChanges.filter(({ kind }) => kind === 'new').map(({ fingerprint }) => fingerprint)
  const waitsForKeys = keyChanged && into !== null && !fresh.every((fingerprint) => confirmed.has(fingerprint))

  const choose = (next: FieldRow | undefined): void => {
    if (next === undefined) return
    setChosen(next.field)
    revealField(next.field)
    showLine(next.lines[0])
  }
  const move = (by: 1 | -1): void =>
    choose(rows[Math.max(0, Math.min(rows.length - 1, (row === null ? -1 : rows.indexOf(row)) + by))])
  const toggle = (): void => {
    if (row !== null && isChoice(row)) setKeep(flipped(keep, row.field, !keep.has(row.field)))
  }
  const save = async (): Promise<void> => {
    const done = told(await acceptCard({ token, into, keep: [...keep], confirmKeys: [...confirmed], own: false }))
    if (done === null) return
    showDone(saying('contacts.imported', { name: done.reading.names.short ?? source.name }))
    replaceRoute({ page: 'card', params: { id: done.id } })
  }
  const leave = (): void => {
    void discardCard(token)
    back()
  }
  useStepKeys(move)
  useKeys('here', [
    { keys: 'Space', label: t('cardimport.toggle'), run: toggle, hint: row !== null && isChoice(row) },
    { keys: 'Escape', label: t('cardimport.leave'), run: leave, hint: true },
  ])
  return (
    <div className="page import-page">
      <PageHead
        title={t('cardimport.title')}
        sentence={sentenceOf(preview, text)}
        actions={<SignatureNote signature={source.signature} />}
      />
      <div className="page-body import-body">
        <DocumentPane name={source.name} text={text} read={read} flagged={flagged} chosen={new Set(row?.lines ?? [])} />
        <Wire line={row?.lines[0] ?? null} field={row?.field ?? null} />
        <div className="import-card">
          <header className="import-head">
            <h2>{t('cardimport.card')}</h2>
            <span className="dim">{countsOf(rows)}</span>
          </header>
          <div className="import-card-scroll">
            {older ? <p className="import-older">{t('cardimport.older')}</p> : null}
            <IntoChoice preview={preview} into={into} onInto={setInto} />
            {keyChanged && into !== null ? (
              <KeyChanges
                changes={keyChanges}
                confirmed={confirmed}
                onConfirm={(fingerprint, yes) => setConfirmed(flipped(confirmed, fingerprint, yes))}
              />
            ) : null}
            <FieldList rows={rows} chosen={row?.field ?? null} keep={keep} onChoose={choose} />
            <ImportFindings findings={card.findings} onShow={showLine} />
          </div>
        </div>
      </div>
      <footer className="import-foot">
        <ActionButton
          keys="Ctrl+Enter"
          inText
          look="filled"
          label={into === null ? t('cardimport.save-new') : t('cardimport.save-into')}
          disabled={waitsForKeys}
          onAct={() => void save()}
        />
        <Button onPress={leave} kbd="Esc">
          {t('cardimport.leave')}
        </Button>
        <span className="grow" />
        <span className="dim">{waitsForKeys ? t('cardimport.waits-keys') : t('cardimport.nothing-saved')}</span>
      </footer>
    </div>
  )
}

/** What people wrote by hand stays until they give it up on the card: no source takes it away. */
const isChoice = ({ change }: FieldRow): boolean => change !== null && !change.byHand

function flipped<T>(set: ReadonlySet<T>, item: T, on: boolean): ReadonlySet<T> {
  const rest = [...set].filter((one) => one !== item)
  return new Set(on ? [...rest, item] : rest)
}

function sentenceOf({ source, against }: CardPreview, text: string): string {
  const about = { name: source.name, kind: t(`source.${source.kind}`), n: text.split('\n').length }
  return against === null
    ? t('cardimport.sentence-new', about)
    : t('cardimport.sentence-update', { ...about, card: against.name })
}

function countsOf(rows: readonly FieldRow[]): string {
  const look = rows.filter(({ state }) => state === 'look' || state === 'repaired').length
  const changed = rows.filter(({ change }) => change !== null).length
  return t('cardimport.counts', { n: rows.length, look, changed })
}
