/** Dutch words of reports. */
import type { ReportWords } from './words.ts'

export const dutch: ReportWords = {
  source:
    'bron aanvaller aanvallers aanvallende besmet besmette geinfecteerd geinfecteerde gecompromitteerd gecompromitteerde verdacht verdachte kwetsbaar kwetsbare klant uw afzender gemelde getroffen',
  destination: 'doel doelwit bestemming slachtoffer aangevallen onze ons',
  address: 'ip ipadres adres adressen systeem systemen machine computer',
  port: 'poort poorten',
  protocol: 'protocol protocollen',
  value: 'url urls link koppeling website pagina domein domeinen domeinnaam hostnaam kwetsbaarheid',
  hash: 'hash controlesom',
  time: 'datum tijd tijden tijdstip tijdstempel moment gezien waargenomen gedetecteerd',
  zone: 'tijdzone',
  filler:
    'van de het een en op om in aanval incident gebeurtenis detectie eerste laatste keer begin activiteit nummer lijst bestand utc lokale',
  late: 'einde tot verzonden rapport verzending',
  ticket: 'ticket zaak incident kenmerk referentie melding dossier',
  number: 'id nummer nr',
  category: 'categorie type soort klasse dreiging onderwerp',
  closing:
    '(?:met )?vriendelijke groet(?:en)?|met vriendelijke groet|groeten|hoogachtend|alvast bedankt|bedankt|dank u',
  aside:
    'meer (?:informatie|details)|voor (?:meer|verdere) informatie|kijk op|bezoek|zie ook|afmelden|privacy|onze website|contactformulier|offici[eë]le|publieke sleutel',
  aboutReport: 'verzonden op|gegenereerd op|gemeld op|geldig tot|uiterlijk',
  stated: 'tijden|tijdstippen|tijdstempels|logregels|logs?',
  ours: 'onze|ons|mijn',
}
