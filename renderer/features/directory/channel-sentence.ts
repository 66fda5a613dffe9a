/** The channel to a team in one sentence. */
import type { Reach } from '../../../shared/domain/reach/reach.ts'
import { t } from '../../ui/t.ts'

export function channelSentence({ channel }: Reach): string {
  if (channel === null) return t('directory.no-channel')
  const { kind, value, protection } = channel
  if (kind === 'phone') return t('directory.by-phone', { value })
  if (kind === 'form') return t('directory.by-form', { value })
  return protection === 'pgp' ? t('directory.by-mail-pgp', { value }) : t('directory.by-mail', { value })
}
