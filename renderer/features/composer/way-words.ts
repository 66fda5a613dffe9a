/** What stands on the button of a way that would let a message pass. */
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import { fixWords } from '../../ui/gate-fix.ts'
import { t } from '../../ui/t.ts'
import type { Way } from './ways.ts'

export function wayWords(way: Way): string {
  switch (way.do) {
    case 'find-key':
      return t('compose.way.key')
    case 'look-key':
      return t('compose.way.look-key')
    case 'split':
      return t('compose.way.split')
    case 'clear':
      return way.allowed ? t('compose.way.clear') : t('compose.way.clear-not', { marking: tlpLabel(way.tlp) })
    case 'encrypt':
      return t('compose.way.encrypt')
    case 'card':
      return t('compose.way.card')
    case 'call-back':
      return t('compose.way.call-back')
    case 'mark':
      return t('compose.way.mark', { marking: tlpLabel(way.tlp) })
    case 'take-off':
      return t('compose.way.take-off', { name: way.recipient.name })
    case 'choose':
      return t('compose.way.choose')
    case 'redact':
      return fixWords({ kind: 'redact', items: way.items }, '')
    case 'case':
      return t(`uigate.fix.${way.what}`)
  }
}
