/** Which component shows which page; the only place where features meet. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { PageName, Pages } from '../state/route.ts'

type PageTable = { readonly [P in PageName]: LazyExoticComponent<ComponentType<Pages[P]>> }

/** A page gets its parameters as props: `CasePage({ number })`. */
export const pages: PageTable = {
  queue: lazy(async () => ({ default: (await import('../features/queue/queue-page.tsx')).QueuePage })),
  tray: lazy(async () => ({ default: (await import('../features/intake/tray-page.tsx')).TrayPage })),
  intake: lazy(async () => ({ default: (await import('../features/intake/intake-page.tsx')).IntakePage })),
  call: lazy(async () => ({
    default: (await import('../features/phone-report/phone-report-page.tsx')).PhoneReportPage,
  })),
  case: lazy(async () => ({ default: (await import('../features/case/case-page.tsx')).CasePage })),
  composer: lazy(async () => ({ default: (await import('../features/composer/composer-page.tsx')).ComposerPage })),
  contacts: lazy(async () => ({ default: (await import('../features/cards/contacts-page.tsx')).ContactsPage })),
  card: lazy(async () => ({ default: (await import('../features/cards/card-page.tsx')).CardPage })),
  'card-import': lazy(async () => ({
    default: (await import('../features/card-import/card-import-page.tsx')).CardImportPage,
  })),
  directory: lazy(async () => ({ default: (await import('../features/directory/directory-page.tsx')).DirectoryPage })),
  horizon: lazy(async () => ({ default: (await import('../features/horizon/horizon-page.tsx')).HorizonPage })),
  statistics: lazy(async () => ({
    default: (await import('../features/statistics/statistics-page.tsx')).StatisticsPage,
  })),
  handover: lazy(async () => ({ default: (await import('../features/handover/handover-page.tsx')).HandoverPage })),
  merge: lazy(async () => ({ default: (await import('../features/handover/merge-page.tsx')).MergePage })),
  exchanges: lazy(async () => ({ default: (await import('../features/exchanges/exchanges-page.tsx')).ExchangesPage })),
  exchange: lazy(async () => ({ default: (await import('../features/exchanges/exchange-page.tsx')).ExchangePage })),
  bulletins: lazy(async () => ({ default: (await import('../features/bulletins/bulletins-page.tsx')).BulletinsPage })),
  bulletin: lazy(async () => ({ default: (await import('../features/bulletins/bulletin-page.tsx')).BulletinPage })),
  keyring: lazy(async () => ({ default: (await import('../features/keyring/keyring-page.tsx')).KeyringPage })),
  policy: lazy(async () => ({ default: (await import('../features/policy/policy-page.tsx')).PolicyPage })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-page.tsx')).SettingsPage })),
}
