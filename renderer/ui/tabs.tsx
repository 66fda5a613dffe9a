/** Tabs of a page; a count may stand beside a name. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabItem<T extends string> {
  readonly id: T
  readonly title: string
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly TabItem<T>[]
  readonly selected: T
  readonly onSelect: (id: T) => void
  /** The keys that lead to them, at the end of the line. */
  readonly keys?: string
}

export function Tabs<T extends string>({ label, tabs, selected, onSelect, keys }: TabsProps<T>) {
  const select = (key: string | number): void => {
    const tab = tabs.find(({ id }) => id === key)
    if (tab !== undefined) onSelect(tab.id)
  }
  return (
    <AriaTabs className="page-main" selectedKey={selected} onSelectionChange={select} keyboardActivation="manual">
      <TabList className="tablist" aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tab key={id} id={id} className="tab">
            {title}
            {count === undefined ? null : <span className="dim">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {keys === undefined ? null : <kbd className="kbd tab-keys">{keys}</kbd>}
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tabpanel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
