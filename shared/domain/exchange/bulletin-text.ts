/** What an announcement says beside its own text: kind, number, date, title; the marking stands around it as in every message. */
import type { MessageLanguage } from './template.ts'

export interface Announcement {
  readonly kind: 'announcement' | 'advisory' | 'alert' | 'warning'
  /** null while it is a draft. */
  readonly number: string | null
  readonly title: string
  readonly text: string
  readonly language: MessageLanguage
  /** UTC ISO; null while it is a draft. */
  readonly releasedAt: string | null
}

const kinds: Readonly<Record<MessageLanguage, Readonly<Record<Announcement['kind'], string>>>> = {
  en: { announcement: 'Announcement', advisory: 'Advisory', alert: 'Alert', warning: 'Warning' },
  es: { announcement: 'Comunicado', advisory: 'Aviso de seguridad', alert: 'Alerta', warning: 'Advertencia' },
}

/** "Advisory 2026-MK-A003: Update the VPN appliance". */
export function bulletinTitle({ kind, number, title, language }: Announcement): string {
  const what = [kinds[language][kind], number].filter((part) => part !== null).join(' ')
  return `${what}: ${title.trim()}`
}

export const bulletinText = (announcement: Announcement): string =>
  [
    bulletinTitle(announcement),
    ...(announcement.releasedAt === null ? [] : [announcement.releasedAt.slice(0, 10)]),
    '',
    announcement.text.trim(),
    '',
  ].join('\n')
