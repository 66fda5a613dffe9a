/** Italian words of reports, as far as they differ from the Spanish and Portuguese ones. */
import type { ReportWords } from './words.ts'

export const italian: ReportWords = {
  source:
    'origine sorgente sorgenti attaccante attaccanti infetto infetta infetti compromesso compromessa compromessi sospetto sospetta malevolo malevola mittente vostro vostra segnalato segnalata vulnerabile vulnerabili',
  destination: 'destinazione destinatario bersaglio vittima obiettivo attaccato attaccata nostro nostra',
  address: 'ip indirizzo indirizzi sistema sistemi macchina',
  port: 'porta porte',
  protocol: 'protocollo protocolli',
  value: 'url link collegamento sito siti pagina pagine dominio domini',
  hash: 'hash impronta',
  time: 'data ora ore orario momento rilevato rilevata osservato',
  zone: 'fuso orario',
  filler:
    'di del dello della dei degli e in un una il lo la le alle attacco incidente evento rilevamento rilevazione inizio prima primo ultima ultimo volta attivita numero lista elenco file utc locale',
  late: 'fine invio rapporto scadenza generato inviato',
  ticket: 'ticket caso incidente riferimento segnalazione pratica protocollo',
  number: 'id numero n codice',
  category: 'categoria tipo tipologia classe minaccia oggetto',
  closing: 'cordiali saluti|distinti saluti|cordialmente|saluti|grazie(?: mille)?|in attesa di riscontro',
  aside:
    'maggiori (?:informazioni|dettagli)|per (?:ulteriori|maggiori) (?:informazioni|dettagli)|visit[ai]|consult[ai]|informativa|il nostro sito|modulo|sito (?:ufficiale|legittimo)|chiave pubblica',
  aboutReport: 'inviat[oa] il|generat[oa] il|segnalat[oa] il|valid[oa] fino|scadenza|entro il',
  stated: 'orari|orario|ore|timestamp|marche temporali',
  ours: 'nostr[oaie]',
}
