import { describe, expect, test } from 'vitest'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'

const letter: ReportSource = {
  from: 'desk@reporter.example',
  replyTo: null,
  messageId: 'm@reporter.example',
  subject: 'Report',
  text: '',
  attachments: [],
  signed: 'none',
}
const read = (text: string, more: Partial<ReportSource> = {}): ReportReading => readReport({ ...letter, text, ...more })

describe('fields in the language of the reporter', () => {
  test.each([
    [
      'Spanish',
      'Dirección IP de origen: 192.0.2.20\nPuerto de origen: 40000\nIP de destino: 203.0.113.2\nPuerto de destino: 3389\nProtocolo: TCP\nFecha y hora: 22/11/2026 a las 10:00 CET\nNúmero de expediente: EX-2026-118',
    ],
    [
      'French',
      'Adresse IP source : 192.0.2.20\nPort source : 40000\nAdresse IP de destination : 203.0.113.2\nPort de destination : 3389\nProtocole : TCP\nDate et heure : 22/11/2026 à 10:00 CET\nRéférence du dossier : EX-2026-118',
    ],
    [
      'German',
      'Quell-IP: 192.0.2.20\nQuellport: 40000\nZiel-IP-Adresse: 203.0.113.2\nZielport: 3389\nProtokoll: TCP\nZeitpunkt: 22.11.2026 um 10:00 Uhr MEZ\nVorgangsnummer: EX-2026-118',
    ],
    [
      'Portuguese',
      'Endereço IP de origem: 192.0.2.20\nPorta de origem: 40000\nIP de destino: 203.0.113.2\nPorta de destino: 3389\nProtocolo: TCP\nData e hora: 22/11/2026 às 10:00 CET\nReferência: EX-2026-118',
    ],
    [
      'English, date and clock and zone apart',
      'Source IP: 192.0.2.20\nSource port: 40000\nDestination IP: 203.0.113.2\nDestination port: 3389\nProtocol: TCP\nDate: 22 Nov 2026\nTime: 10:00\nTime zone: CET\nCase ID: EX-2026-118',
    ],
  ])('%s', (_, text) => {
    const reading = read(text)
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-22T09:00:00.000Z',
        sourceIps: ['192.0.2.20'],
        sourcePorts: [40_000],
        protocol: 'tcp',
        destinationIps: ['203.0.113.2'],
        destinationPorts: [3389],
      },
    ])
    expect(reading.ticket).toBe('EX-2026-118')
  })

  test.each([
    [
      'hat der Rechner 192.0.2.22 versucht, sich an unserem\nServer 203.0.113.12 anzumelden',
      '192.0.2.22',
      '203.0.113.12',
    ],
    [
      'nuestro servidor de correo 203.0.113.12 recibió intentos desde la dirección 192.0.2.22',
      '192.0.2.22',
      '203.0.113.12',
    ],
    [
      "un balayage provenant de l'adresse 192.0.2.22 et dirigé contre notre serveur 203.0.113.12",
      '192.0.2.22',
      '203.0.113.12',
    ],
    ['our VPN 203.0.113.12 was attacked from your address 192.0.2.22', '192.0.2.22', '203.0.113.12'],
  ])('who did what to whom in prose: %s', (text, source, destination) => {
    expect(read(text).events).toMatchObject([{ sourceIps: [source], destinationIps: [destination] }])
  })
})

describe('what is no evidence', () => {
  test('the letter around it: signature, own sites, manuals, key, and what was sent from where', () => {
    const reading = read(`Source: 198.51.100.88
First seen: 2026-10-19T04:59:13Z
Target port: 23/tcp
More information: https://www.virustotal.com/gui/ip/198.51.100.88
Key: https://reporter.example/key.asc

--\x20
Abuse Handling, Saltmarsh
Looking glass lg.saltmarsh.example (203.0.113.254)
SHA256 of our key file: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
This e-mail was sent from 192.0.2.254 on 2026-10-19 06:00:02 UTC.`)
    expect(reading.events).toMatchObject([
      {
        at: '2026-10-19T04:59:13.000Z',
        sourceIps: ['198.51.100.88'],
        destinationPorts: [23],
        urls: [],
        hashes: [],
        destinationIps: [],
      },
    ])
  })

  test('what was made harmless is evidence wherever it leads', () => {
    expect(read('hxxps[:]//reporter[.]example/fake').events[0]?.urls).toEqual(['https://reporter.example/fake'])
  })

  test('numbers of reports and fingerprints of bots have the length of a hash', () => {
    const reading = read(
      'Source IP: 192.0.2.5\nReport ID: 25c396532781a2ce940af048519c5b04\nBot Fingerprint: 35c396532781a2ce940af048519c5b04',
    )
    expect(reading.events[0]?.hashes).toEqual([])
    expect(reading.ticket).toBe('25c396532781a2ce940af048519c5b04')
  })
})

describe('the number of the sender', () => {
  test.each([
    ['[CSIRT-CB #88213] Infected machines', '88213'],
    ["Signalement d'abus n° 30118 : force brute", '30118'],
    ['Solicitud, diligencias 1123/2026', '1123/2026'],
    ['[CN-2026110512000043] Schadprogramme', 'CN-2026110512000043'],
    ['[Ticket#2026112210000123] scan', '2026112210000123'],
    ['AbuseInfo: Netscan [AbuseID:BEEF77:1C]', 'BEEF77:1C'],
    ['Demande de retrait (dossier 2026/09/7741)', '2026/09/7741'],
    ['Report about AS64500, CVE-2026-1234, 2026-11-22', null],
    ['Attack from 192.0.2.1 on 22/11/2026', null],
  ])('%s', (subject, ticket) => expect(read('', { subject }).ticket).toBe(ticket))
})

describe('the proposed class', () => {
  test.each([
    ['ransomware encrypted our files', 'information-content-security/unauthorised-information-modification'],
    ['page d’hameçonnage hébergée chez vous', 'fraud/phishing'],
    ['Open recursive resolver used for an attack', 'vulnerable/ddos-amplifier'],
    ['Offene NTP-Server in Ihrem Netz', 'vulnerable/ddos-amplifier'],
    ['equipos infectados en su red', 'malicious-code/infected-system'],
    ['intentos de acceso por fuerza bruta', 'intrusion-attempts/brute-force'],
    ['escaneo de puertos', 'information-gathering/scanner'],
    ['Wörterbuchangriff auf unseren Server', 'intrusion-attempts/brute-force'],
    ['UDP flood against our customer', 'availability/ddos'],
    ['MongoDB reachable from the Internet', 'vulnerable/potentially-unwanted-accessible'],
    ['stealer log with accounts of yours', 'intrusions/unprivileged-account-compromise'],
    ['a web shell on the site', 'intrusions/application-compromise'],
    ['droits d’auteur', 'fraud/copyright'],
    ['SSLv3 (POODLE)', 'vulnerable/weak-crypto'],
    ['This is only a test', 'test/test'],
    ['nothing that anybody knows', 'other/undetermined'],
  ])('%s', (text, rsit) => expect(read(text).rsit).toBe(rsit))

  test('what is counted to zero did not happen', () => {
    expect(read('Harvesting: 3\nDictionary attacks: 0\nHarvesting hosts: 192.0.2.1').rsit).toBe(
      'information-gathering/scanner',
    )
  })
})
