/** The rungs of the presets as data: what they are called, their bands, and by which words and classes a report is known as one. */
import { say, type Code } from '../../words/say.ts'
import { bandOf, type Band } from './ladder.ts'
import { ladderRungs } from './ladder-rungs.ts'
import type { PolicyRung } from './policy.ts'

/** As the preset has it; a team that makes it its own writes it in its own words. */
const named = (code: Code): string => say('en', { code, params: {} })

/** An attack that comes from us is rung 6, whatever it is: said of our network and of an attack in one sentence. */
const fromUs =
  'your network*|your server*|your customer*|your host*|your system*|your ip|your range|su red|votre réseau|ihrem netz + attack*|ataque*|flood*|ddos|denial of service|denegación de servicio'

const hintsOf: Readonly<Record<number, readonly string[]>> = {
  1: [
    'threat to life|life threatening|danger to life|bomb threat|suicide',
    'physical safety|physical harm|physical violence',
    'patient|patients + at risk|in danger',
    'peligro para la vida|amenaza de bomba|danger de mort|lebensgefahr|bombendrohung',
  ],
  2: [
    'domain controller|domain controllers|active directory|backbone|core router|core routers|management information system*|erp + compromis*|root|taken over|attacked|encrypted|intru*|system level|domain admin*',
    `-${fromUs}`,
  ],
  3: [
    'rootkit|root level|root compromise|root access|root shell|system level attack|system level access|system level compromise|web shell|webshell',
    'server|servers + compromised|fully compromised|taken over',
    `-${fromUs}`,
  ],
  4: [
    'ransomware|data breach|data leak|exfiltrat*',
    'privileged account*|admin account*|administrator account*|admin password*|admin credential*|administrator credential*|service account*',
    'confidential data|confidential account*|confidential information',
    'cuenta de servicio|cuentas de servicio|cuentas privilegiadas',
  ],
  5: [
    'ddos|denial of service|denegación de servicio|denegacion de servicio|déni de service|syn flood*|synflood',
    'extortion letter|extortion mail + attack',
    `-${fromUs}`,
    '-mail bomb*|mailbomb*|mailbox flood*',
  ],
  6: [fromUs],
  7: [
    'phishing|social engineering|brute force*|bruteforce*|login attack*|password crack*|dictionary attack*|failed login*',
    'sniffer|sniffing|port scan*|portscan*|scanner|harvesting|botnet attack|worm',
  ],
  8: ['harass*|blackmail|stalk*|threatening mail*|threatening message*|threatening letter*|acoso|chantaje'],
  9: [
    'stealer log*|compromised account*|compromised user account*|compromised mail account*|cuentas comprometidas|cuenta comprometida',
    'stolen login*|stolen credential*|stolen password*|leaked login*|leaked credential*|leaked password*|working login*|working credential*',
    'account|accounts + was compromised|were compromised|is compromised|been compromised|was hijacked|were hijacked|hijacked',
  ],
  10: [
    'infected|infection|bot drone|drone|trojan|malware|virus|viruses|sinkhole|conficker|zeroaccess|bot node|desktop',
  ],
  11: ['spam*|unsolicited|copyright|infring*|forged|forgery|masquerad*|impersonat*|feedback report|acceptable use'],
  12: ['mail bomb*|mailbomb*|mailbox flood*'],
}

/** A weakness is not yet what it could be used for, so `vulnerable` is in none: "ddos-amplifier" is no denial of service. */
const rsitOf: Readonly<Record<number, readonly string[]>> = {
  3: ['intrusions/system-compromise'],
  4: ['intrusions/privileged-account-compromise', 'information-content-security'],
  5: ['availability/dos', 'availability/ddos'],
  7: ['fraud/phishing', 'information-gathering', 'intrusion-attempts'],
  8: ['abusive-content/harmful-speech', 'abusive-content/violence'],
  9: ['intrusions/unprivileged-account-compromise'],
  10: ['malicious-code'],
  11: ['abusive-content/spam', 'fraud/copyright', 'fraud/masquerade', 'fraud/unauthorized-use-of-resources'],
}

export const ladderPolicyRungs: readonly PolicyRung[] = ladderRungs.map(({ rung, name, note }) => ({
  id: rung,
  name: named(name),
  band: bandOf(rung, null),
  hints: [...(hintsOf[rung] ?? [])],
  rsit: [...(rsitOf[rung] ?? [])],
  note: note === null ? null : named(note),
}))

const own = (
  id: number,
  band: Band,
  name: Code,
  hints: readonly string[],
  rsit: readonly string[] = [],
): PolicyRung => ({
  id,
  name: named(name),
  band,
  hints: [...hints],
  rsit: [...rsit],
  note: null,
})

/** O-16 to O-19: whose work it is, the specialists' first. Ids above the ladder's, so that a case keeps the rung it had there. */
export const tieredRungs: readonly PolicyRung[] = [
  own(21, 'P1', 'tier.incident', ['ransomware|rootkit|taken over|exfiltrat*|backdoor|bomb threat'], ['intrusions']),
  own(
    22,
    'P2',
    'tier.analysis',
    ['compromis*|hijacked|ddos|denial of service|data breach|data leak'],
    ['availability', 'information-content-security'],
  ),
  own(23, 'P2', 'tier.call', []),
  own(
    24,
    'P3',
    'tier.report',
    ['phishing|trojan|malware|infected|brute force*'],
    ['malicious-code', 'fraud', 'intrusion-attempts'],
  ),
  own(25, 'P3', 'tier.alert', ['alert|alerts|port scan*|scanner|spam*'], ['information-gathering', 'abusive-content']),
  own(26, 'P4', 'tier.watch', ['open resolver|outdated|vulnerable'], ['vulnerable']),
]

/** What a person says by hand; what nobody has said goes by the grid. */
export const gridRungs: readonly PolicyRung[] = [
  own(31, 'P1', 'grid.now', []),
  own(32, 'P2', 'grid.today', []),
  own(33, 'P3', 'grid.week', []),
  own(34, 'P4', 'grid.later', []),
]
