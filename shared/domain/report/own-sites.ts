/** Whose domains stand in a report without being reported: the sender's, and those that it was sent to. */
import { site } from './links.ts'
import type { ReportSource } from './report-source.ts'

export const mailHosts = ({ to = [] }: ReportSource): ReadonlySet<string> =>
  new Set(to.map((address) => (address.split('@').at(-1) ?? '').toLowerCase()))

export const ownSites = ({ from, replyTo, messageId }: ReportSource): ReadonlySet<string> =>
  new Set(
    [from, replyTo, messageId]
      .map((address) => site((address ?? '').split('@').at(-1) ?? ''))
      .filter((name) => name.includes('.')),
  )

/** Who wrote what was passed on, and the desk that the letter says to write to. */
export const senderSites = (lines: readonly string[]): readonly string[] =>
  lines
    .slice(0, 400)
    .flatMap((line) => [
      ...line
        .slice(0, 500)
        .matchAll(
          /(?:^[> ]{0,8}(?:from|von|de|reply-to)\s?:.{0,120}?@|\b(?:abuse|cert|csirt|soc|security|noc|takedown|report|incidents?|legal|dmca|copyright|support|helpdesk|phishing)[\w.+-]{0,20}@)([\w.-]{3,100}\.[a-z]{2,20})\b/gi,
        ),
    ])
    .map(([, host = '']) => site(host))
