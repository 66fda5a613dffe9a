/** Proposes a rung of the ladder by what a report says; a person confirms it, so the word it rests on is always shown. */
import { saying, type Saying } from '../../words/say.ts'
import type { ReportReading } from './report-reading.ts'

interface Rule {
  readonly rung: number
  readonly words: RegExp
}

/** Taken from the top of the ladder down: the gravest that the words bear out. */
const rules: readonly Rule[] = [
  {
    rung: 1,
    words:
      /\b(?:threat to life|life[- ]threatening|danger to life|bomb threat|physical (?:safety|harm|violence)|patients? (?:are |is )?(?:at risk|in danger)|suicide|peligro para la vida|amenaza de bomba)\b/,
  },
  {
    rung: 2,
    words:
      /\b(?:domain controllers?|active directory|backbone|core routers?|management information systems?|erp)\b[^.\n]{0,80}\b(?:compromis\w{1,4}|root|taken over|attacked|encrypted|intru\w{1,6})\b|\b(?:root|system[- ]level|domain admin\w{0,10})\b[^.\n]{0,60}\b(?:backbone|core router|management information system|domain controller)/,
  },
  {
    rung: 3,
    words:
      /\b(?:rootkit|root[- ](?:level|compromise|access|shell)|system[- ]level (?:attack|access|compromise)|web ?shell|servers? (?:has been |have been |was |were |is )?(?:fully )?compromised)\b/,
  },
  {
    rung: 4,
    words:
      /\b(?:ransomware|privileged accounts?|admin(?:istrator)? (?:account|password|credential)s?|service accounts?|confidential (?:data|accounts?|information)|data (?:breach|leak)|exfiltrat\w{1,4}|cuentas? (?:de servicio|privilegiadas?))\b/,
  },
  { rung: 12, words: /\b(?:mail[- ]?bomb\w{0,4}|mailbox flood\w{0,3})\b/ },
  {
    rung: 5,
    words:
      /\b(?:ddos|denial[- ]of[- ]service|denegaci[oó]n de servicio|syn[-_ ]flood|extortion (?:letter|mail)\b[^.\n]{0,40}\battack)\b/,
  },
  {
    rung: 7,
    words:
      /\b(?:phishing|social engineering|brute[-_ ]?forc\w{1,4}|login[-_ ]attack|password crack\w{0,4}|sniff(?:er|ing)|port[-_ ]?scan\w{0,6}|scanner|dictionary attacks?|failed logins?|harvesting|botnet attack|worm)\b/,
  },
  {
    rung: 8,
    words: /\b(?:harass\w{0,6}|blackmail|stalk\w{1,4}|threatening (?:mail|message|letter)s?|acoso|chantaje)\b/,
  },
  {
    rung: 9,
    words:
      /\b(?:stealer logs?|(?:stolen|working|leaked) (?:\w{2,10} )?(?:logins?|credentials?|passwords?)|compromised? (?:user |mail |e-?mail )?accounts?|accounts? (?:was |were |is |has been |have been )?(?:compromised|hijacked)|leaked (?:credential|password)s?|cuentas? comprometidas?)\b/,
  },
  {
    rung: 10,
    words:
      /\b(?:infect(?:ed|ion)|bot[- ]?drone|drone|trojan|malware|virus(?:es)?|sinkhole|conficker|zeroaccess|bot node|desktop)\b/,
  },
  {
    rung: 11,
    words:
      /\b(?:spam\w{0,8}|copyright|infring\w{3,8}|forge(?:d|ry)|masquerad\w{1,4}|impersonat\w{1,4}|feedback[- ]report|acceptable use|unsolicited)\b/,
  },
]

/** Rung 6 is rung 2 to 5 seen from outside: our address is the one that attacks others. */
const fromOurs =
  /\b(?:your (?:network|server|customer|host|system|ip|client)s?(?:\/customer)?|on your network|from your (?:network|range)|su red|votre r[ée]seau|ihrem netz)\b/
const attacksOthers = /\b(?:attack(?:ed|ing|s)?|ataques?|flood(?:ed|ing)?|ddos|denial[- ]of[- ]service)\b/

/** null where no rung fits: then severity and extent decide (M-25). */
export function proposeRung(
  reading: ReportReading,
  text: string,
): { readonly rung: number | null; readonly because: Saying } {
  // A weakness is not yet what it could be used for: "ddos-amplifier" is no denial of service.
  const rsit = reading.rsit.startsWith('vulnerable/') ? '' : reading.rsit.replaceAll(/[-/]/g, ' ')
  const words = `${reading.subject}\n${rsit}\n${text.slice(0, 20_000)}`.toLowerCase()
  for (const { rung, words: pattern } of rules) {
    const word = pattern.exec(words)?.[0].replaceAll(/\s+/g, ' ').slice(0, 60)
    if (word === undefined) continue
    const outside = rung >= 2 && rung <= 5 && rung !== 4 ? fromOurs.exec(words)?.[0] : undefined
    if (outside !== undefined && attacksOthers.test(words))
      return { rung: 6, because: saying('rung.because-ours', { word, outside }) }
    return { rung, because: saying('rung.because', { rung, word }) }
  }
  return { rung: null, because: saying('rung.because-none') }
}
