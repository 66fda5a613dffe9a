/** Where a team sits, what it is called, and in which languages it answers. */
import { describe, expect, it } from 'vitest'
import { subdivisionOf } from '../../../shared/domain/card/subdivisions.ts'
import { read } from './reading.ts'

describe('regions', () => {
  it.each([
    ['48170 Zamudio, Bizkaia', 'ES', 'ES-PV'],
    ['C/ Mayor 1, 28013 Madrid', 'ES', 'ES-MD'],
    ['Calle del Drago, 12, 35003 Las Palmas de Gran Canaria', 'ES', 'ES-CN'],
    ['Plaza Mayor, León', 'ES', 'ES-CL'],
    ['Ceuta', 'ES', 'ES-CE'],
    ['20095 Hamburg', 'DE', 'DE-HH'],
    ['Referat 5, 53133 Bonn', 'DE', 'DE-NW'],
    ['44000 Nantes', 'FR', 'FR-PDL'],
    ['6020 Innsbruck', 'AT', 'AT-7'],
    ['8002 Zürich', 'CH', 'CH-ZH'],
    ['1 Royal Mile, Edinburgh', 'GB', 'GB-SCT'],
    ['Denver, CO 80202', 'US', 'US-CO'],
    ["St. John's, NL A1A 1A1", 'CA', 'CA-NL'],
    ['Adelaide SA 5035', 'AU', 'AU-SA'],
    ['São Paulo – SP', 'BR', 'BR-SP'],
    ['Madrid and Barcelona', 'ES', null],
    ['1 Quay Street', 'GB', null],
    ['Bizkaia', null, null],
  ])('%s in %s is %s', (address, country, region) => {
    expect(subdivisionOf(address, country)).toBe(region)
  })

  it.each([
    ['Cortes 39, 46015 Valencia, Spain', 'Europe/Madrid'],
    ["40 Signal Hill Road, St. John's, NL A1A 1A1, Canada", 'America/St_Johns'],
    ['1 King Street, Perth WA 6000, Australia', 'Australia/Perth'],
    ['Ciudad de México, 05120, México', 'America/Mexico_City'],
    ['Musterstraße 1, 01067 Dresden', 'Europe/Berlin'],
    ['12 place de la République, 67000 Strasbourg', 'Europe/Paris'],
    ['Postbus 1234, 3500 AB Utrecht', 'Europe/Amsterdam'],
  ])('%s keeps %s', (address, zone) => {
    expect(read(`2.2 Address\n${address}\n2.3 Time Zone\nlocal time\n`).timeZone.iana).toBe(zone)
  })
})

describe('languages', () => {
  it.each<readonly [string, readonly string[]]>([
    ['You can contact us in English and Spanish.', ['en', 'es']],
    ['Languages: Portuguese, English', ['pt', 'en']],
    ['Reports are accepted in German or in French.', ['de', 'fr']],
    ['Idiomas: castellano, euskera, inglés', ['es', 'eu', 'en']],
    ['Sie erreichen uns auf Deutsch und auf Englisch.', ['de', 'en']],
    ['Nous répondons en français et en anglais.', ['fr', 'en']],
    ['Atendemos em português.', ['pt']],
    ['The Spanish version of this document prevails.', []],
    ['We call the English police.', []],
  ])('%s', (text, tags) => {
    expect(read(`2.11 Points of Customer Contact\n${text}\n`).languages).toEqual(tags)
  })
})

describe('names', () => {
  const names = (text: string) => read(`2.1 Name of the Team\n${text}\n2.2 Address\nMadrid, Spain\n`).names

  it.each([
    ['EX-CERT – Computer Emergency Response Team of Example', 'EX-CERT', 'Computer Emergency Response Team of Example'],
    ['EX-CERT Computer Emergency Response Team Example', 'EX-CERT', 'Computer Emergency Response Team Example'],
    ["The official name is 'Example Incident Response Team' (EX-CSIRT).", 'EX-CSIRT', 'Example Incident Response Team'],
    [
      'Computer Emergency Response Team Example, abbreviated CERT-EX',
      'CERT-EX',
      'Computer Emergency Response Team Example',
    ],
    ['Full name: Example Response Team Short name: EX-CERT', 'EX-CERT', 'Example Response Team'],
    ['El nombre del equipo es CERT-EX (Centro de Respuesta Ejemplo).', 'CERT-EX', 'Centro de Respuesta Ejemplo'],
    ['"EX-CERT": the Example Computer Emergency Response Team.', 'EX-CERT', 'Example Computer Emergency Response Team'],
    ['EX-CERT; Langform: Notfallteam Beispiel', 'EX-CERT', 'Notfallteam Beispiel'],
    ['EX-CERT (Example Fibre CERT)', 'EX-CERT', 'Example Fibre CERT'],
    ['EX-CERT', 'EX-CERT', null],
  ])('%s', (text, short, full) => {
    expect([names(text).short, names(text).full]).toEqual([short, full])
  })

  it('keeps former names and the host apart', () => {
    const read = names(
      'EX-CERT (Example Response Team), formerly known as OLD-CERT\nHost organisation: Example Works Ltd.',
    )
    expect([read.host, read.others]).toEqual(['Example Works Ltd.', ['OLD-CERT']])
  })
})
