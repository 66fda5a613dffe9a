/** English words of reports: what the reader goes by, as data. The other languages have the same table. */
import type { ReportWords } from './words.ts'

export const english: ReportWords = {
  source:
    'src source saddr from attacker attackers attacking offending offender infected origin originating client abusive abuser compromised suspicious suspect malicious bot hostile reported affected vulnerable your customer subscriber spamming spammer scanner harvester exposed sending sender amplifier reflector infringing infringer violating violator concerned involved culprit perpetrator rogue problem problematic',
  destination:
    'dst dest destination daddr tgt target targets targeted victim victims attacked our sinkhole c2 cnc honeypot sensor receiver receiving recipient local',
  address: 'ip ips ipv4 ipv6 address addresses addr system machine computer server node ip4 ip6',
  port: 'port ports',
  protocol: 'protocol protocols proto transport',
  value:
    'url urls uri uris link links website websites site page webpage domain domains fqdn hostname hostnames host hosts cve cves vulnerability',
  hash: 'md5 sha1 sha256 sha512 hash hashes checksum checksums hashsum sum digest infohash',
  time: 'period time date datetime timestamp when seen detected observed occurred',
  zone: 'timezone tz zone',
  filler:
    'attack incident event detection first last start begin occurrence abuse activity infraction infringement violation scan of the and in at on number no list v4 v6 full exact local file sample malware phishing evidence log approximate range period window interval utc gmt is was latest most recent discovery found',
  late: 'end stop finish until ended expiry expires updated reported report generated created sent printed modified published due deadline registration registered',
  ticket: 'ticket case incident report reference ref issue request tracking complaint notice abuse rid inc',
  number: 'id number no nr ref reference #',
  category:
    'category type class classification kind threat issue attack incident abuse tag malware infection violation feed reason subject',
  closing:
    'kind regards|best regards|warm regards|regards|sincerely|yours sincerely|yours faithfully|respectfully|respectfully submitted|many thanks|thank you|thanks|thanks in advance|cheers|yours truly|with kind regards|cordially',
  aside:
    'more (?:information|details|info)|for (?:further |more |additional )?(?:information|details|help|questions)|further (?:information|details)|additional information|please (?:visit|see|go to|contact|refer|use|click|read|respond|reply)|visit(?: us)?|unsubscribe|opt[- ]?out|guidelines?|specification|schema|documentation|contact(?: us| form)?|user-agent|see also|learn more|read more|help page|faq|terms of (?:use|service)|privacy|polic(?:y|ies)|stop receiving|no longer (?:wish|want)|manage your|preferences|settings|delist\\w{0,4}|removal|whois|lookup|can be found (?:at|here|under)|is available (?:at|under|from)|described (?:at|in|here)|our (?:website|web site|web page|homepage|home page|portal)|powered by|on behalf of|customer|about us|w3|web|homepage|website of|pgp|download (?:our|the) (?:key|tool)|to (?:respond|reply|acknowledge|confirm|resolve|update|view|pause|block)|logfiles?|original site|legitimate|genuine|official|authori[sz]ation|our client|real site|(?:my|our|public) key|key',
  aboutReport:
    '(?:must|please|have to|need to)\\b[^.\\n]{0,80}\\b(?:before|by|until)|taken (?:by|at|on)|notice date|reported (?:to|on|at)|report (?:date|range|generated|created)|generated (?:on|at)|sent (?:on|at)|received your|status: ?as of|printed|last update[d]?|valid until|expires?|expir\\w{2,5}|deadline|respond (?:by|before|until)|no later than|registered on|cert_expiration',
  stated:
    'times?|timestamps?|dates?|logs?|records?|flows?|entries|events?|clocks?|lines|samples?|extracts?|excerpts?|examples?',
  ours: 'our|my|their|ours|mine',
}
