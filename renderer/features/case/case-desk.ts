/** What every part of a case's page may ask of the page: open a question, go to a tab, choose the party that keys speak about. */
import { createContext, use, type ComponentType } from 'react'
import type { CaseView } from '../../../shared/ipc/views.ts'
import type { BoardRow } from './board.ts'

export const tabNames = [
  'overview',
  'checklist',
  'parties',
  'observables',
  'timeline',
  'exchanges',
  'files',
  'history',
] as const
export type TabName = (typeof tabNames)[number]

/** The key of a tab. */
export const tabKey = (tab: TabName): string => `Alt+${String(tabNames.indexOf(tab) + 1)}`

export interface LayerProps {
  readonly view: CaseView
  readonly onClose: () => void
}
/** A question over the page; it is given the case as it is now. */
export type Layer = ComponentType<LayerProps>

export interface CaseDesk {
  readonly view: CaseView
  readonly closed: boolean
  readonly open: (layer: Layer) => void
  readonly goTab: (tab: TabName) => void
  /** Whom keys about a party mean: the chosen one, else the one we wait for most. */
  readonly party: BoardRow | null
  readonly choose: (party: string) => void
}

export const CaseDeskContext = createContext<CaseDesk | null>(null)

export function useCaseDesk(): CaseDesk {
  const desk = use(CaseDeskContext)
  if (desk === null) throw new Error('outside of a case')
  return desk
}
