/** What the first steps gather before the vault is made. */
import { codeForm } from '../../../shared/domain/case/number.ts'
import type { Tier } from '../../../shared/domain/case/vocabulary.ts'

export interface Wish {
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly zone: string
  readonly trial: boolean
}

export const firstWish = (trialOnly: boolean): Wish => ({
  code: '',
  name: '',
  tier: 'N1',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  trial: trialOnly,
})

export const isCode = (code: string): boolean => codeForm.test(code)

export function isZone(zone: string): boolean {
  try {
    return zone.trim() !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

export const isComplete = ({ code, name, zone }: Wish): boolean => isCode(code) && name.trim() !== '' && isZone(zone)
