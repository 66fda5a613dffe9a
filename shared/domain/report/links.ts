/** Tells links that are evidence from those that help the reader of a report. */
import { hostOfUrl } from '../observable/normalise.ts'
import { anyOf } from './words.ts'

/** The last two labels: near enough to tell whose link it is, without a list of public suffixes; three under "co.uk" and the like. */
export function site(host: string): string {
  const labels = host.toLowerCase().split('.')
  const short =
    /^(?:co|com|org|net|gov|ac|edu|gob|nom)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2
  return labels.slice(short ? -3 : -2).join('.')
}

/** Where reports send their reader to look something up; nobody reports these. A link that its sender made harmless is evidence wherever it leads. */
const references = new Set(
  `x-arf.org xarf.org abuse.net spamcop.net spamhaus.org uceprotect.net shadowserver.org team-cymru.org team-cymru.com abuseipdb.com
virustotal.com urlscan.io phishtank.com phishtank.org openphish.com mitre.org cve.org nist.gov first.org us-cert.gov cisa.gov cert.org enisa.europa.eu europa.eu
bund.de cert.at circl.lu incibe.es incibe-cert.es ccn-cert.cni.es ssi.gouv.fr ncsc.gov.uk ncsc.nl ripe.net arin.net apnic.net lacnic.net afrinic.net iana.org icann.org
ietf.org rfc-editor.org wikipedia.org w3.org openresolverproject.org openntpproject.org blocklist.de fail2ban.org projecthoneypot.org stopforumspam.com
clean-mx.de malwarebytes.com ic3.gov ftc.gov antiphishing.org apwg.org sans.org dshield.org talosintelligence.com senderbase.org senderscore.org mxtoolbox.com robtex.com
gnupg.org openpgp.org copyright.gov acns.net signal-spam.fr stopbadware.org haveibeenpwned.com rdap.org whois.com`.split(
    /\s+/,
  ),
)

export const isReference = (host: string): boolean => {
  const lower = host.toLowerCase()
  return references.has(site(lower)) || references.has(lower.split('.').slice(-3).join('.'))
}

const asideWords = new RegExp(String.raw`(?<![\p{L}])(?:${anyOf('aside')})(?![\p{L}])`, 'iu')
const asidePath =
  /\/(?:unsubscribe|opt-?out|delist\w{0,4}|removal|contact(?:-us)?|faq|help|support|legal|privacy|terms|policy|whois|lookup|ticket|incident|feedback|legalnotice|impressum|rfc\d{2,5})\b(?!.*\.(?:php|exe|zip|js)\b)/i
const evidenceWords =
  /\b(?:phish\w{0,6}|malware|malicious|infected|fraud\w{0,6}|infring\w{3,8}|abus(?:ive|ed)|offending|targeted?|attacked|defaced|compromised|payload|download(?:ed|s)? from|hosted at|located at|found at|spamvertised|reported|maliciosa?|fraudulent[ao]?|suplanta\w{0,4}|malveillant\w?|frauduleu\w{1,3}|schadsoftware|b[oö]sartig\w{0,2}|gef[aä]lscht\w{0,2})\b/i

/** What is copied, and not what copies it. */
const harmlessWords =
  /\b(?:original|legitimate|genuine|official|real|our (?:client|customer|site)|oficial|leg[ií]tim[ao]|officiel\w{0,2}|l[eé]gitime|offizielle?\w{0,2}|echte\w{0,1}|authori[sz]ation|authenti[ck]\w{0,6})\b[^:\n]{0,40}:?\s{0,4}[(<]?$/i

export interface LinkPlace {
  readonly line: string
  readonly url: string
  /** The reporter's own sites. */
  readonly own: ReadonlySet<string>
}

/** Whether a link is about the reporter, a manual, or a way to be left alone. */
export function isAside({ line, url, own }: LinkPlace): boolean {
  const host = hostOfUrl(url) ?? ''
  if (own.has(site(host)) || isReference(host)) return true
  const before = line.slice(0, Math.max(0, line.indexOf(url.slice(0, 40)))).slice(-160)
  if (harmlessWords.test(before)) return true
  if (/\b(?:url|uri|link|enlace|lien|adresse|site|website|page|webseite)s?\b[^:\n]{0,20}:\s{0,4}$/i.test(before))
    return false
  const isHome = /^\w+:\/\/[^/]+\/?$/.test(url)
  if (isHome && (line.includes(`(${url}`) || line.includes(`<${url}`)) && !evidenceWords.test(before)) return true
  if (/[?&=/](?:\d{1,3}\.){3}\d{1,3}(?:[&/]|$)/.test(url.replace(/^\w+:\/\/[^/]+/, ''))) return true
  // A link on a line of its own is one of a list.
  if (line.trim() === url) return /\/(?:unsubscribe|opt-?out|delist\w{0,4})\b/i.test(url)
  if (/\.(?:asc|gpg|key)$/i.test(url)) return true
  const words = line.slice(0, 600).replaceAll(/\w{2,6}:\/\/\S{1,2000}/g, ' ')
  if (asideWords.test(words) && !evidenceWords.test(words)) return true
  return asidePath.test(url) && !evidenceWords.test(words)
}
