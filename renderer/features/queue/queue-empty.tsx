/** The queue without rows says which of three it is: nothing open, all hidden by the filter, or not readable. */
import type { QueueState } from '../../state/queue.ts'
import { refreshQueue } from '../../state/queue.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { sentence, t } from '../../ui/t.ts'

export function QueueEmpty({ queue, onClear }: { readonly queue: QueueState; readonly onClear: () => void }) {
  if (queue.problem !== null) {
    return (
      <Empty
        kind="unreadable"
        title={sentence(queue.problem)}
        action={<Button onPress={refreshQueue}>{t('page.again')}</Button>}
      />
    )
  }
  if (queue.allOpen === 0) {
    return (
      <Empty kind="none" title={t('queue.clear')}>
        {t('queue.clear-why')}
      </Empty>
    )
  }
  return (
    <Empty
      kind="filtered"
      title={t('queue.hidden', { n: queue.allOpen })}
      action={<Button onPress={onClear}>{t('queue.show-all')}</Button>}
    />
  )
}
