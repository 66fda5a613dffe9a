/** The sheet itself, drawn the same on the screen and on paper. */
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'

export const groupsOf = (recoveryKey: string): readonly string[] => recoveryKey.split('-')

/** Two different groups, the earlier first; `random` gives numbers from 0 to below 1. */
export function groupToAsk(count: number, random: () => number): readonly [number, number] {
  const first = Math.floor(random() * count)
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}

/** As people copy from paper: case and blanks do not matter. */
export const isGroup = (typed: string, group: string): boolean =>
  group !== '' && typed.replaceAll(/\s/g, '').toUpperCase() === group.toUpperCase()

export function RecoverySheet({
  groups,
  code,
  masked,
}: {
  readonly groups: readonly string[]
  readonly code: string
  readonly masked: boolean
}) {
  const now = useNow()
  return (
    <div className="sheet">
      <strong>{t('sheet.head')}</strong>
      <span>{t('sheet.of', { code, day: formatTime(new Date(now).toISOString(), 'day') })}</span>
      <hr />
      <span>{t('sheet.groups', { n: groups.length })}</span>
      <ol className="sheet-groups">
        {groups.map((group, at) => (
          <li key={`${String(at)}${group}`}>
            <small>{at + 1}</small>
            <b className="mono">{masked ? '•••••' : group}</b>
          </li>
        ))}
      </ol>
      <span>{t('sheet.keep')}</span>
      <hr />
      <span>{t('sheet.sealed')}</span>
    </div>
  )
}
