/** How a person of the roster is written: code and name. */
import type { DutyView } from '../../../shared/ipc/case-views.ts'

/** "MK, Mara Kestrel"; the code alone of who is on no roster. */
export function nameOf({ roster }: Pick<DutyView, 'roster'>, code: string): string {
  const name = roster.find((one) => one.code === code)?.name
  return name === undefined ? code : `${code}, ${name}`
}
