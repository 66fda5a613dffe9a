/** The bar at the top: name, search of the page, commands, who is on duty, the time in UTC, who is at the desk, lock. */
import { Command, Lock, Search, ShieldCheck } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { me } from '../state/me.ts'
import { setSearch, useSearchBox } from '../state/search.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useNow } from '../ui/now.ts'
import { Person } from '../ui/tag.tsx'
import { t } from '../ui/t.ts'
import { Time } from '../ui/time.tsx'
import { lockNow } from './lock-now.ts'
import { OnDuty } from './on-duty.tsx'

export function TopBar({ onPalette }: { readonly onPalette: () => void }) {
  const now = useNow()
  const analyst = me.use().value?.analyst
  return (
    <header className="top-bar" aria-label={t('ui.regions.top')} data-region tabIndex={-1}>
      <span className="top-name">
        <ShieldCheck aria-hidden />
        {t('ui.name')}
      </span>
      <SearchBox onPalette={onPalette} />
      <Button look="quiet" kbd="Ctrl+K" onPress={onPalette}>
        <Command aria-hidden />
        {t('ui.commands')}
      </Button>
      <span className="grow" />
      <OnDuty />
      {analyst === undefined ? null : (
        <span title={t('ui.you', { name: analyst.name, tier: analyst.tier })}>
          <Person code={analyst.code} />
        </span>
      )}
      <Time at={new Date(now).toISOString()} form="weekday" />
      <Button look="quiet" kbd="Ctrl+L" onPress={() => void lockNow()}>
        <Lock aria-hidden />
        {t('ui.lock')}
      </Button>
    </header>
  )
}

export const searchId = 'page-search'

function SearchBox({ onPalette }: { readonly onPalette: () => void }) {
  const { placeholder, text } = useSearchBox()
  if (placeholder === null) {
    return (
      <button type="button" className="search search-button" onClick={onPalette}>
        <Search aria-hidden />
        <span className="grow">{t('ui.find')}</span>
        <Kbd keys="/" />
      </button>
    )
  }
  return (
    <div className="search">
      <Search aria-hidden />
      <input
        id={searchId}
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        onKeyDown={leaveByKey}
      />
      <Kbd keys="/" />
    </div>
  )
}

/** Enter goes to what was found, Escape empties first; both give the keys back to the page, and are not heard there as well. */
function leaveByKey(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget } = event
  if (key !== 'Enter' && key !== 'Escape' && key !== 'ArrowDown') return
  if (key !== 'Escape') event.preventDefault()
  if (key === 'Escape' && currentTarget.value !== '') return setSearch('')
  const list = document.querySelector('main [data-list]')
  if (list instanceof HTMLElement) list.focus()
  else currentTarget.blur()
}
