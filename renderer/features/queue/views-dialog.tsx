/** All views in one list that is searched by typing: for the constituents and saved filters that no row of chips can hold. */
import { useEffect, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { t } from '../../ui/t.ts'
import { formatCount } from '../../ui/time-format.ts'
import { matching, type View, type ViewGroup } from './view-list.ts'

interface Props {
  readonly views: readonly View[]
  readonly onChoose: (view: View) => void
  readonly onClose: () => void
}

const groups: readonly ViewGroup[] = ['view', 'saved', 'constituent', 'band']
const listId = 'queue-view-list'
const optionId = (at: number): string => `queue-view-${String(at)}`

export function ViewsDialog({ views, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(0)
  const found = matching(views, typed)
  const shown = groups.flatMap((group) => found.filter((view) => view.group === group))
  const at = Math.max(0, Math.min(wanted, shown.length - 1))
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for a way to clean up.
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const onKey = (event: KeyboardEvent): void => {
    const chosen = shown[at]
    if (event.key === 'ArrowDown') setWanted((at + 1) % Math.max(1, shown.length))
    else if (event.key === 'ArrowUp') setWanted((at + shown.length - 1) % Math.max(1, shown.length))
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('queue.views-title')} sentence={t('queue.views-sentence')} onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown.length === 0 ? undefined : optionId(at)}
        aria-label={t('queue.views-find')}
        placeholder={t('queue.views-find')}
        value={typed}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setWanted(0)
        }}
        onKeyDown={onKey}
      />
      <div id={listId} role="listbox" aria-label={t('queue.views')} className="queue-view-list" tabIndex={-1}>
        {groups.map((group) => (
          <Group key={group} group={group} views={shown} at={at} onChoose={onChoose} />
        ))}
      </div>
      {shown.length === 0 ? <p className="dim">{t('queue.views-none')}</p> : null}
    </Dialog>
  )
}

interface GroupProps {
  readonly group: ViewGroup
  readonly views: readonly View[]
  readonly at: number
  readonly onChoose: (view: View) => void
}

function Group({ group, views, at, onChoose }: GroupProps) {
  const own = views.flatMap((view, index) => (view.group === group ? [{ view, index }] : []))
  if (own.length === 0) return null
  const title = t(`queue.views-group.${group}`)
  return (
    <div role="group" aria-label={title}>
      <p className="palette-head" role="presentation">
        {title}
      </p>
      {own.map(({ view, index }) => (
        <div
          key={`${view.id ?? ''} ${view.filter}`}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          className="palette-item"
          onClick={() => onChoose(view)}
        >
          <span className="grow cut">{view.label}</span>
          {view.count === null ? null : <span className="mono dim">{formatCount(view.count)}</span>}
        </div>
      ))}
    </div>
  )
}
