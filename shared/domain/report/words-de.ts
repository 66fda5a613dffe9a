/** German words of reports. */
import type { ReportWords } from './words.ts'

export const german: ReportWords = {
  source:
    'quelle quell quellen angreifer angreifende angreifenden infiziert infizierte infizierter infizierten kompromittiert kompromittierte verursacher verdaechtige verdachtige betroffene betroffener betroffenes betroffen absender ihre ihr ihrer ihrem schadliche schaedliche verwundbare ursprung ursprungs auffallige sender gemeldete',
  destination: 'ziel ziele opfer angegriffen angegriffene angegriffener angegriffenes unsere unser unserem empfanger',
  address:
    'ip ips adresse adressen ipadresse system systeme rechner host server quellip zielip quelladresse zieladresse',
  port: 'port ports quellport zielport',
  protocol: 'protokoll protokolle transportprotokoll',
  value: 'url urls uri link links webseite website seite domain domaene domane domains hostname hostnamen rechnername',
  hash: 'hash hashes hashwert hashwerte prufsumme pruefsumme',
  time: 'zeit zeiten zeitpunkt datum uhrzeit zeitstempel tag erkannt beobachtet festgestellt gesehen',
  zone: 'zeitzone',
  filler:
    'der die das des dem den und am um im von vom angriff angriffs vorfall vorfalls ereignis beginn erste erster letzter letzte mal nummer liste datei des utc lokale genaue erstmals zuletzt gesehen feststellung',
  late: 'versendet ende bis bericht berichts erstellt meldung versand frist ablauf gultig stand',
  ticket: 'ticket vorgang vorgangsnummer fall fallnummer ticketnummer meldung referenz aktenzeichen az bericht',
  number: 'id nummer nr kennung',
  category: 'kategorie typ art klasse klassifikation bedrohung betreff schadsoftware malware familie',
  closing:
    'mit freundlichen gr[uü](?:ss|ß)en|freundliche gr[uü](?:ss|ß)e|viele gr[uü](?:ss|ß)e|beste gr[uü](?:ss|ß)e|mfg|vielen dank|danke|hochachtungsvoll|i\\. ?a\\.',
  aside:
    'weitere (?:informationen|hinweise|details)|n[aä]here informationen|mehr (?:informationen|dazu)|finden sie|siehe(?: auch)?|besuchen sie|abmelden|abbestellen|impressum|datenschutz|unsere(?:r|n)? (?:webseite|website|internetseite)|kontakt(?:formular)?|anleitung|hinweise zu|abrufbar unter|offizielle\\w{0,1}|schl[uü]ssel|echte seite',
  aboutReport:
    'stand(?: vom|:)|erstellt am|versendet am|gemeldet am|berichtsdatum|g[uü]ltig bis|l[aä]uft ab|bis sp[aä]testens|frist',
  stated: 'logs?|protokolle|eintr[aä]ge|zeiten|zeitangaben|zeitstempel|uhrzeiten|alle zeiten',
  ours: 'unser\\w{0,3}|mein\\w{0,3}',
}
