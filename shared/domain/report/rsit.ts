/** Proposes a class of the Reference Security Incident Taxonomy (ENISA, version 1003) by the words of a report. */
import { saying, type Saying } from '../../words/say.ts'

interface Rule {
  readonly rsit: string
  readonly words: RegExp
}

/** The first that is found counts: what tells most stands first. */
const rules: readonly Rule[] = [
  {
    rsit: 'information-content-security/unauthorised-information-modification',
    words: /\bransom(?:ware|note)?\b|\bsecuestro de datos\b/,
  },
  { rsit: 'fraud/phishing', words: /\b\w{0,10}phish\w{0,6}\b|\bsuplantaci[oó]n\b|\bcredential harvest\w{0,5}\b/ },
  {
    rsit: 'malicious-code/c2-server',
    words: /\bc2[- ]server\b|\bcommand[- ](?:and|&)[- ]control\b|\bc&c\b|\bbotnet controller\b/,
  },
  {
    rsit: 'malicious-code/infected-system',
    words:
      /\bbotnet?s?\b|\bbot[- ]drone\b|\bdrone\b|\binfect(?:ed|ion|ado)\b|\bzeroaccess\b|\bconficker\b|\bsinkhole\b|\bbot node\b/,
  },
  { rsit: 'availability/ddos', words: /\bddos\b|\bdistributed denial\b|\bsyn[-_ ]flood\b|\bamplification attack\b/ },
  {
    rsit: 'availability/dos',
    words: /\bdos attack\b|\bdenial[- ]of[- ]service\b|\bdenegaci[oó]n de servicio\b|\bmail ?bomb\w{0,4}\b/,
  },
  {
    rsit: 'vulnerable/ddos-amplifier',
    words:
      /\bopen[- ]?resolver\b|\bntp ?monlist\b|\bntpmonitor\b|\bchargen\b|\bssdp\b|\bamplifier\b|\bscan_(?:ntp|snmp|dns|ssdp|chargen|netbios)\w{0,10}\b/,
  },
  {
    rsit: 'vulnerable/potentially-unwanted-accessible',
    words:
      /\bopen(?:ly)? accessible\b|\bscan_\w{2,20}\b|\bexposed (?:service|database)\b|\bnat[-_]pmp\b|\bnetbios\b|\bredis\b|\bmssql\b/,
  },
  { rsit: 'vulnerable/weak-crypto', words: /\bpoodle\b|\bfreak\b|\bweak (?:crypto|cipher)\w{0,8}\b/ },
  {
    rsit: 'intrusion-attempts/brute-force',
    words:
      /\bbrute[-_ ]?forc\w{1,4}\b|\blogin[-_ ]attack\w{0,5}\b|\bfailed (?:logins?|passwords?)\b|\bfuerza bruta\b|\bdictionary attack\w{0,5}\b|\bwp-login\b|\bpassword crack\w{0,4}\b/,
  },
  {
    rsit: 'malicious-code/malware-distribution',
    words: /\bmalware\b|\bmalicious (?:software|file|download)\w{0,3}\b|\bvirus(?:es)?\b|\btrojan\b/,
  },
  {
    rsit: 'intrusion-attempts/exploit',
    words:
      /\bexploit\w{0,6}\b|\bsql ?injection\b|\bremote code execution\b|\bregbot\b|\bbadbot\w{0,3}\b|\babusive web requests?\b|\bweb ?attack\b/,
  },
  {
    rsit: 'information-gathering/scanner',
    words: /\bport[-_ ]?scan\w{0,6}\b|\bscann(?:ing|er|ed)\b|\bescaneo\b|\bharvest(?:ing|er)\b/,
  },
  {
    rsit: 'intrusions/privileged-account-compromise',
    words:
      /\b(?:root|admin\w{0,10}|privileged|domain admin) (?:account |access )?(?:was |is |has been )?(?:compromise\w?|taken over|obtained)\b/,
  },
  {
    rsit: 'intrusions/unprivileged-account-compromise',
    words:
      /\bstealer logs?\b|\b(?:stolen|working) (?:\w{2,10} )?(?:logins?|credentials?|passwords?)\b|\baccounts? (?:was |were |is |has been |have been )?(?:compromised?|hijacked|taken over)\b|\bcompromised? accounts?\b|\bcuenta comprometida\b/,
  },
  {
    rsit: 'intrusions/system-compromise',
    words: /\bcompromised?\b|\bdefac\w{3,6}\b|\bweb ?shell\b|\brootkit\b|\bbackdoor\w{0,3}\b/,
  },
  {
    rsit: 'information-content-security/data-leak',
    words: /\b(?:data|credential) (?:leak|breach)\w{0,3}\b|\bleaked\b|\bfuga de datos\b/,
  },
  { rsit: 'fraud/copyright', words: /\bcopyright\b|\binfring\w{3,8}\b|\bdmca\b/ },
  { rsit: 'fraud/masquerade', words: /\bmasquerad\w{1,4}\b|\bimpersonat\w{1,4}\b|\btrademark\b/ },
  {
    rsit: 'abusive-content/spam',
    words: /\bspam\w{0,8}\b|\bfeedback[- ]report\b|\bunsolicited\b|\bcorreo no deseado\b/,
  },
  { rsit: 'vulnerable/vulnerable-system', words: /\bvulnerab\w{3,10}\b|\bcve-\d{4}-\d{4,7}\b|\bunpatched\b/ },
  {
    rsit: 'abusive-content/harmful-speech',
    words: /\bharass\w{0,6}\b|\bthreat(?:s|en\w{0,5}) (?:against|to|by)\b|\bdiscriminat\w{1,5}\b/,
  },
]

/** `says` is what a structured report calls itself: it is asked first, then the subject, then the text. */
export function proposeRsit(
  says: string,
  subject: string,
  text: string,
): { readonly rsit: string; readonly because: Saying } {
  for (const [where, words] of [
    ['kind', says],
    ['subject', subject],
    ['text', text.slice(0, 20_000)],
  ] as const) {
    const lower = words.toLowerCase()
    for (const { rsit, words: pattern } of rules) {
      const word = pattern.exec(lower)?.[0]
      if (word !== undefined)
        return { rsit, because: saying(`rsit.because-${where}`, { rsit, word: word.slice(0, 60) }) }
    }
  }
  return { rsit: 'other/undetermined', because: saying('rsit.undetermined') }
}
