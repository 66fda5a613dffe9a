/** The places of the rail, in order, with their icons and keys. */
import {
  ArrowLeftRight,
  CalendarClock,
  ChartColumn,
  ContactRound,
  Globe,
  Handshake,
  Inbox,
  KeyRound,
  MailPlus,
  Megaphone,
  Settings,
  type LucideIcon,
} from 'lucide-react'
import type { PageName, Route } from '../state/route.ts'

export interface Place {
  readonly route: Route
  readonly label:
    | 'ui.page.queue'
    | 'ui.page.tray'
    | 'ui.page.exchanges'
    | 'ui.page.bulletins'
    | 'ui.page.contacts'
    | 'ui.page.directory'
    | 'ui.page.horizon'
    | 'ui.page.keyring'
    | 'ui.page.statistics'
    | 'ui.page.handover'
    | 'ui.page.settings'
  readonly keys: string
  readonly icon: LucideIcon
  /** Pages that belong to this place. */
  readonly holds: readonly PageName[]
}

export const places: readonly Place[] = [
  { route: { page: 'queue', params: {} }, label: 'ui.page.queue', keys: 'g q', icon: Inbox, holds: ['queue', 'case'] },
  {
    route: { page: 'tray', params: {} },
    label: 'ui.page.tray',
    keys: 'g i',
    icon: MailPlus,
    holds: ['tray', 'intake', 'call'],
  },
  {
    route: { page: 'exchanges', params: {} },
    label: 'ui.page.exchanges',
    keys: 'g x',
    icon: ArrowLeftRight,
    holds: ['exchanges', 'exchange', 'composer'],
  },
  {
    route: { page: 'bulletins', params: {} },
    label: 'ui.page.bulletins',
    keys: 'g a',
    icon: Megaphone,
    holds: ['bulletins', 'bulletin'],
  },
  {
    route: { page: 'contacts', params: {} },
    label: 'ui.page.contacts',
    keys: 'g c',
    icon: ContactRound,
    holds: ['contacts', 'card', 'card-import'],
  },
  {
    route: { page: 'directory', params: {} },
    label: 'ui.page.directory',
    keys: 'g d',
    icon: Globe,
    holds: ['directory'],
  },
  { route: { page: 'keyring', params: {} }, label: 'ui.page.keyring', keys: 'g k', icon: KeyRound, holds: ['keyring'] },
  {
    route: { page: 'horizon', params: {} },
    label: 'ui.page.horizon',
    keys: 'g z',
    icon: CalendarClock,
    holds: ['horizon'],
  },
  {
    route: { page: 'statistics', params: {} },
    label: 'ui.page.statistics',
    keys: 'g s',
    icon: ChartColumn,
    holds: ['statistics'],
  },
  {
    route: { page: 'handover', params: {} },
    label: 'ui.page.handover',
    keys: 'g h',
    icon: Handshake,
    holds: ['handover', 'merge'],
  },
  {
    route: { page: 'settings', params: {} },
    label: 'ui.page.settings',
    keys: 'g ,',
    icon: Settings,
    holds: ['settings', 'policy'],
  },
]
