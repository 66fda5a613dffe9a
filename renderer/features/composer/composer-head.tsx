/** The head of the composer: for which case, and whether what was typed is on disk. */
import type { Draft } from '../../../shared/ipc/views.ts'
import { openCases } from '../../state/open-case.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import type { SavedForm } from '../../ui/use-saved-form.ts'

interface Props {
  readonly draft: Draft
  readonly state: SavedForm<unknown>['state']
  readonly onDrop: () => void
}

export function ComposerHead({ draft, state, onDrop }: Props) {
  const { value } = openCases.use(draft.case)
  const words = {
    saved: t('compose.on-disk', { at: `${draft.savedAt.slice(11, 19)}Z` }),
    saving: t('compose.saving'),
    unsaved: t('compose.unsaved'),
  }
  return (
    <PageHead
      title={draft.inReplyTo === null ? t('compose.title') : t('compose.title-answer')}
      sentence={
        <>
          <span className="mono">{draft.case}</span> {value?.state.title}
        </>
      }
      actions={
        <>
          <span className="dim" role="status">
            {words[state]}
          </span>
          <Button look="quiet" onPress={onDrop}>
            {t('compose.drop')}
          </Button>
        </>
      }
    />
  )
}
