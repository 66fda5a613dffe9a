/** What the palette lists for the words typed so far: the page's actions, places, the desk, then cases and cards. */
import type { CardRow } from '../../shared/ipc/card-views.ts'
import { setPreferences } from '../state/desk.ts'
import { go } from '../state/route.ts'
import type { Binding } from '../ui/keys/registry.ts'
import { t } from '../ui/t.ts'
import { places } from './places.ts'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly detail: string | null
  readonly keys: string | null
  readonly run: () => void
}

export interface PaletteGroup {
  readonly title: string
  readonly items: readonly PaletteItem[]
}

interface Found {
  readonly cases: readonly { readonly number: string; readonly title: string }[]
  readonly cards: readonly CardRow[]
}

const themes = ['dark', 'light', 'system'] as const

/** Every word typed must stand in the label. */
const matches = (label: string, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word))

const ofBinding = ({ keys, label, run }: Binding): PaletteItem => ({
  id: `key ${keys}`,
  label,
  detail: null,
  keys,
  run,
})

export function paletteGroups(bindings: readonly Binding[], found: Found, text: string): readonly PaletteGroup[] {
  const shown = bindings.filter(({ silent, disabled }) => silent !== true && disabled !== true)
  const isPlace = ({ keys }: Binding): boolean => places.some((place) => place.keys === keys)
  const isDesk = ({ keys }: Binding): boolean => ['Ctrl+L', 'Ctrl+Z', '?', 'F6', 'Alt+ArrowLeft'].includes(keys)
  const looks = themes.map((theme) => ({
    id: `theme ${theme}`,
    label: t(`ui.theme.${theme}`),
    detail: null,
    keys: null,
    run: () => void setPreferences({ theme }),
  }))
  const commands: readonly PaletteGroup[] = [
    { title: t('palette.here'), items: shown.filter((one) => !isPlace(one) && !isDesk(one)).map(ofBinding) },
    { title: t('palette.go'), items: [...shown.filter(isPlace).map(ofBinding), policyPage()] },
    { title: t('palette.desk'), items: [...shown.filter(isDesk).map(ofBinding), ...looks] },
  ].map(({ title, items }) => ({ title, items: items.filter(({ label }) => matches(label, text)) }))
  return [...commands, caseGroup(found), cardGroup(found)].filter(({ items }) => items.length > 0)
}

/** A page of the settings without a key of its own. */
const policyPage = (): PaletteItem => ({
  id: 'place policy',
  label: t('ui.page.policy'),
  detail: t('ui.page.settings'),
  keys: null,
  run: () => go({ page: 'policy', params: {} }),
})

const caseGroup = ({ cases }: Found): PaletteGroup => ({
  title: t('palette.cases'),
  items: cases.map(({ number, title }) => ({
    id: `case ${number}`,
    label: title,
    detail: number,
    keys: null,
    run: () => go({ page: 'case', params: { number } }),
  })),
})

const cardGroup = ({ cards }: Found): PaletteGroup => ({
  title: t('palette.cards'),
  items: cards.map(({ id, name, fullName }) => ({
    id: `card ${id}`,
    label: fullName === null ? name : `${name}, ${fullName}`,
    detail: null,
    keys: null,
    run: () => go({ page: 'card', params: { id } }),
  })),
})
