/** The words of the smallest change that would let something pass. */
import type { Fix } from '../../shared/domain/disclosure/verdict.ts'
import { tlpLabel } from '../../shared/domain/marking/tlp.ts'
import { t } from './t.ts'

export function fixWords(fix: Fix, name: string): string {
  switch (fix.kind) {
    case 'redact':
      return t('uigate.fix.redact', { n: fix.items.length })
    case 'marking':
      return t('uigate.fix.marking', { marking: tlpLabel(fix.tlp) })
    case 'leave-out':
      return t('uigate.fix.leave-out', { name })
    default:
      return t(`uigate.fix.${fix.kind}`)
  }
}
