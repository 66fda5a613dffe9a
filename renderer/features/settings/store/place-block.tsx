/** Where the vault lies, how large it is, how much room is left, and in which format. */
import { vaultPlace } from '../../../state/store.ts'
import { ProblemNote } from '../../../ui/note.tsx'
import { Facts } from '../../../ui/pane.tsx'
import { t } from '../../../ui/t.ts'
import { formatBytes, formatCount } from '../../../ui/time-format.ts'
import { Block } from '../block.tsx'

export function PlaceBlock() {
  const { value, problem } = vaultPlace.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const { folder, bytes, free, format, ballast } = value
  const whole = bytes.database + bytes.blobs + bytes.rest
  const parts = {
    whole: formatBytes(whole),
    database: formatBytes(bytes.database),
    blobs: formatBytes(bytes.blobs),
    rest: formatBytes(bytes.rest),
  }
  return (
    <Block title={t('store.place')}>
      <Facts
        facts={[
          [
            t('store.folder'),
            <span key="place" className="mono store-path">
              {folder}
            </span>,
          ],
          [t('store.size'), t('store.size-parts', parts)],
          [t('store.free'), freeText(free, whole)],
          [t('store.format'), t('store.format-text', { format })],
          [t('store.ballast'), ballast ? t('store.ballast-kept') : t('store.ballast-none')],
        ]}
      />
    </Block>
  )
}

const scarce = 2

function freeText(free: number | null, whole: number) {
  if (free === null) return t('store.free-unknown')
  const times = Math.floor(free / Math.max(1, whole))
  const text = t('store.free-text', { free: formatBytes(free), times: formatCount(times) })
  return times >= scarce ? text : <span className="soon">{text}</span>
}
