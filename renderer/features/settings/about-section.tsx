/** What this program is, under which licence, and on what it stands. */
import { desk } from '../../state/desk.ts'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

export function AboutSection() {
  const host = desk.use().value?.host ?? 'electron'
  return (
    <Block title={t('ui.name')} why={t('about.why')}>
      <Facts
        facts={[
          [t('about.licence'), t('about.licence-name')],
          [t('about.host'), t(`about.host.${host}`)],
          [t('about.network'), t('about.no-network')],
          [t('about.parts'), t('about.parts-list')],
        ]}
      />
    </Block>
  )
}
