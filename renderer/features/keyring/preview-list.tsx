/** The keys of a file with a box each: only those on the screen are drawn, so a ring of thousands moves like a short one. */
import { Check } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { KeyPreview } from '../../../shared/ipc/key-views.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { useListWindow } from '../../ui/list-window.ts'
import { useNow } from '../../ui/now.ts'
import { Tag } from '../../ui/tag.tsx'
import { sentence, t } from '../../ui/t.ts'
import { CardMatchWords } from './key-card.tsx'
import { BadgeWords } from './key-badges.tsx'
import { KeyEnd } from './key-end.tsx'

const sizes = { row: 68, head: 0 }

interface Props {
  readonly shown: readonly KeyPreview[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (fingerprint: string, on: boolean) => void
  readonly onEnter: () => void
}

export function PreviewList({ shown, chosen, onToggle, onEnter }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus(), [])
  const view = useListWindow(scroller, shown.length, sizes)
  const list = useId()
  const [now, setNow] = useState(0)
  const at = Math.max(0, Math.min(now, shown.length - 1))
  const toggle = (place: number): void => {
    const key = shown[place]
    const fingerprint = key?.inspected.fingerprint ?? null
    if (fingerprint !== null && key?.here !== 'unreadable') onToggle(fingerprint, !chosen.has(fingerprint))
  }
  const to = (place: number): void => {
    const next = Math.max(0, Math.min(place, shown.length - 1))
    setNow(next)
    view.reveal(next)
  }
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => to(at + 1),
    ArrowUp: () => to(at - 1),
    PageDown: () => to(at + view.page()),
    PageUp: () => to(at - view.page()),
    Home: () => to(0),
    End: () => to(shown.length - 1),
    ' ': () => toggle(at),
    Enter: onEnter,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (move === undefined || event.ctrlKey) return
    event.preventDefault()
    move()
  }
  if (shown.length === 0) return <p className="dim">{t('import.hidden')}</p>
  const rows = Math.min(shown.length, 5)
  return (
    <div
      ref={scroller}
      className="preview-list"
      style={{ height: `${String(rows * sizes.row + 2)}px` }}
      role="listbox"
      aria-multiselectable
      aria-label={t('import.keys')}
      aria-activedescendant={`${list}${String(at)}`}
      tabIndex={0}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
    >
      <div className="key-lines" role="presentation" style={{ height: `${String(shown.length * sizes.row)}px` }}>
        {shown.slice(view.first, view.first + view.count).map((preview, slot) => {
          const place = view.first + slot
          return (
            <div
              key={place}
              id={`${list}${String(place)}`}
              className={place === at ? 'preview-row preview-now' : 'preview-row'}
              role="option"
              aria-selected={chosen.has(preview.inspected.fingerprint ?? '')}
              aria-disabled={preview.here === 'unreadable'}
              aria-setsize={shown.length}
              aria-posinset={place + 1}
              style={{ transform: `translateY(${String(place * sizes.row)}px)` }}
              onClick={() => {
                setNow(place)
                toggle(place)
              }}
            >
              <PreviewRow preview={preview} chosen={chosen.has(preview.inspected.fingerprint ?? '')} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const tones = { new: 'plain', update: 'good', same: 'unknown', unreadable: 'late' } as const

function PreviewRow({ preview, chosen }: { readonly preview: KeyPreview; readonly chosen: boolean }) {
  const now = useNow()
  const { inspected, here, badges, cards } = preview
  const { fingerprint, userIds, algorithm, secret, findings } = inspected
  const [card] = cards
  return (
    <>
      <span className={chosen ? 'check-box preview-box' : 'check-box'}>
        {chosen ? <Check aria-hidden strokeWidth={3} /> : null}
      </span>
      <div className="preview-words">
        <p className="row">
          <span className="strong cut">{userIds[0] ?? t('import.nameless')}</span>
          <BadgeWords badges={badges} />
          <span className="grow" />
          {secret ? <Tag tone="soon">{t('import.secret')}</Tag> : null}
          <Tag tone={tones[here]}>{t(`import.here.${here}`)}</Tag>
        </p>
        {fingerprint === null ? (
          <p className="dim cut">{findings.map(sentence).join(' ')}</p>
        ) : (
          <p className="row dim">
            <Fingerprint value={fingerprint} /> <span className="grow" /> <span className="mono">{algorithm}</span>
            <KeyEnd of={inspected} now={now} />
          </p>
        )}
        <div className="row preview-card">
          {card === undefined ? (
            <p className="dim">{fingerprint === null ? '' : t('import.no-card')}</p>
          ) : (
            <>
              <span className="cut">{card.name}</span> <CardMatchWords match={card.match} />
            </>
          )}
        </div>
      </div>
    </>
  )
}
