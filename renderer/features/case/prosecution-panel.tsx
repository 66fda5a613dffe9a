/** The decision about prosecution as it is recorded, and the key that records another one. */
import { ActionButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/pane.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { Panel } from './panel.tsx'
import { ProsecutionDialog } from './prosecution-dialog.tsx'

export function ProsecutionPanel() {
  const { view, open } = useCaseDesk()
  const { prosecution } = view.state
  return (
    <Panel
      title={t('casework.prosecution')}
      note={prosecution === null ? t('casework.prosecution-none') : t(`prosecution.${prosecution.decision}`)}
      aside={
        <ActionButton
          keys="P"
          look="quiet"
          label={t('casework.prosecution-set')}
          onAct={() => open(ProsecutionDialog)}
        />
      }
    >
      {prosecution === null ? null : (
        <div className="pad">
          <Facts
            facts={[
              [t('page.reason'), prosecution.reason],
              [t('casework.prosecution-after'), prosecution.after || t('page.none')],
              [t('casework.prosecution-observation'), prosecution.observation || t('page.none')],
              [t('casework.prosecution-traps'), prosecution.traps || t('page.none')],
              [
                t('casework.decided'),
                <span key="by">
                  <Time at={prosecution.at} /> {prosecution.by.code}
                </span>,
              ],
            ]}
          />
        </div>
      )}
    </Panel>
  )
}
