/** The channels of an announcement as icons; the word always stands beside. */
import { CircleOff, Globe, Lock, MailCheck, Phone } from 'lucide-react'
import type { Delivery } from '../../../shared/ipc/exchange-views.ts'

const icons = { 'email-pgp': Lock, 'email-signed': MailCheck, phone: Phone, form: Globe, none: CircleOff }

export function ChannelIcon({ channel }: Pick<Delivery, 'channel'>) {
  const Icon = icons[channel]
  return <Icon aria-hidden className={channel === 'none' ? 'channel-icon late' : 'channel-icon'} />
}
