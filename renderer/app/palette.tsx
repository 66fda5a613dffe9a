/**
 * One place for everything: every page, every action of the page with its direct key, cases and cards by their words.
 * A combobox of its own: React Aria's Autocomplete keeps pointing at an item that is gone when answers come late.
 */
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { find, useFound } from '../state/find.ts'
import { Scoped } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { Binding } from '../ui/keys/registry.ts'
import { t } from '../ui/t.ts'
import { paletteGroups, type PaletteGroup, type PaletteItem } from './palette-groups.ts'

interface Props {
  readonly keys: readonly Binding[]
  readonly onClose: () => void
}

const listId = 'palette-list'
const optionId = (item: PaletteItem): string => `palette-${item.id.replaceAll(/\W/g, '-')}`

export function Palette({ keys, onClose }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const groups = paletteGroups(keys, useFound(), text)
  const items = groups.flatMap((group) => group.items)
  const chosen = items[Math.min(at, items.length - 1)]
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const type = (typed: string): void => {
    setText(typed)
    setAt(0)
    void find(typed)
  }
  const close = (): void => {
    void find('')
    onClose()
  }
  const run = (item: PaletteItem | undefined): void => {
    close()
    // After the layer has given the focus back.
    setTimeout(() => item?.run(), 0)
  }
  const onKey = (event: { readonly key: string; readonly preventDefault: () => void }): void => {
    const next = moveOf(event.key, at, items.length)
    if (next !== null) setAt(next)
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay
      className="overlay overlay-palette"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : close())}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('palette.title')}>
          <Scoped>
            <div className="palette-search">
              <Search aria-hidden />
              <input
                role="combobox"
                aria-expanded
                aria-controls={listId}
                aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
                aria-label={t('palette.placeholder')}
                placeholder={t('palette.placeholder')}
                value={text}
                autoFocus
                autoComplete="off"
                spellCheck={false}
                onChange={({ currentTarget }) => type(currentTarget.value)}
                onKeyDown={onKey}
              />
            </div>
            <div id={listId} className="palette-list" role="listbox" aria-label={t('palette.title')} tabIndex={-1}>
              {groups.map((group) => (
                <Group key={group.title} group={group} chosen={chosen} onRun={run} />
              ))}
            </div>
            {items.length === 0 ? <p className="palette-empty">{t('palette.nothing')}</p> : null}
          </Scoped>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function moveOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % Math.max(1, count)
  return key === 'ArrowUp' ? (at + count - 1) % Math.max(1, count) : null
}

interface GroupProps {
  readonly group: PaletteGroup
  readonly chosen: PaletteItem | undefined
  readonly onRun: (item: PaletteItem) => void
}

function Group({ group, chosen, onRun }: GroupProps) {
  return (
    <div role="group" aria-label={group.title}>
      <p className="palette-head" role="presentation">
        {group.title}
      </p>
      {group.items.map((item) => (
        <div
          key={item.id}
          id={optionId(item)}
          role="option"
          aria-selected={item.id === chosen?.id}
          className="palette-item"
          onClick={() => onRun(item)}
        >
          {item.detail === null ? null : <span className="mono dim">{item.detail}</span>}
          <span className="grow cut">{item.label}</span>
          {item.keys === null ? null : <Kbd keys={item.keys} />}
        </div>
      ))}
    </div>
  )
}
