/** Settings: you, look, clocks and law, duty, lock, store, about; each change counts at once. The order of the queue has its own page. */
import {
  Clock,
  DatabaseBackup,
  Info,
  ListOrdered,
  Lock,
  ShieldCheck,
  SunMoon,
  User,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { go } from '../../state/route.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { AboutSection } from './about-section.tsx'
import { ClocksSection } from './clocks-section.tsx'
import { DisclosureSection } from './disclosure-section.tsx'
import { DutySection } from './duty-section.tsx'
import { LockSection } from './lock-section.tsx'
import { LookSection } from './look-section.tsx'
import { StoreSection } from './store-section.tsx'
import { YouSection } from './you-section.tsx'

const sections = ['you', 'clocks', 'duty', 'disclosure', 'look', 'lock', 'store', 'about'] as const
type SectionName = (typeof sections)[number]

const icons: Readonly<Record<SectionName, LucideIcon>> = {
  you: User,
  clocks: Clock,
  duty: Users,
  disclosure: ShieldCheck,
  look: SunMoon,
  lock: Lock,
  store: DatabaseBackup,
  about: Info,
}

const contents: Readonly<Record<SectionName, () => ReactNode>> = {
  you: YouSection,
  clocks: ClocksSection,
  duty: DutySection,
  disclosure: DisclosureSection,
  look: LookSection,
  lock: LockSection,
  store: StoreSection,
  about: AboutSection,
}

export function SettingsPage({ section }: { readonly section?: string }) {
  const here = sections.find((name) => name === section) ?? 'you'
  const Content = contents[here]
  const open = (name: SectionName | undefined): void =>
    name === undefined ? undefined : go({ page: 'settings', params: { section: name } })
  const at = sections.indexOf(here)
  useKeys('here', [
    {
      keys: 'j',
      label: t('settings.next'),
      run: () => open(sections[at + 1]),
      hint: true,
      hintAs: { keys: 'j k', label: t('settings.section') },
    },
    { keys: 'k', label: t('settings.previous'), run: () => open(sections[at - 1]) },
  ])
  return (
    <div className="page">
      <PageHead title={t('ui.page.settings')} sentence={t('settings.sentence')} />
      <div className="page-body">
        <nav className="settings-nav" aria-label={t('ui.page.settings')}>
          {sections.map((name) => {
            const Icon = icons[name]
            return (
              <button
                key={name}
                type="button"
                className="settings-item"
                aria-current={name === here ? 'page' : undefined}
                onClick={() => open(name)}
              >
                <Icon aria-hidden />
                {t(`settings.${name}`)}
              </button>
            )
          })}
          <button type="button" className="settings-item" onClick={() => go({ page: 'policy', params: {} })}>
            <ListOrdered aria-hidden />
            {t('settings.policy')}
          </button>
        </nav>
        <div className="scroll settings-content" tabIndex={0} role="region" aria-label={t(`settings.${here}`)}>
          <Content />
        </div>
      </div>
    </div>
  )
}
