/** What a team does first, how it wants to be written to, and when it answers, in five languages. */
import { describe, expect, it } from 'vitest'
import { read, rulesOf } from './reading.ts'

const policies = (text: string) =>
  read(`4.1 Types of Incidents and Level of Support\n${text}\n4.2 Co-operation\nNone.\n`)

describe('priorities', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Resources are assigned according to the following priorities:\n- Life\n- Data', ['Life', 'Data']],
    ['In decreasing order of importance:\n1. Life\n2. Data that\n   matter', ['Life', 'Data that matter']],
    ['Los incidentes se atienden según el siguiente orden de prioridad:\na) Personas\nb) Datos', ['Personas', 'Datos']],
    ['Ordre de priorité décroissant :\nI. Personnes\nII. Données', ['Personnes', 'Données']],
    [
      'Vorfälle werden in folgender Reihenfolge bearbeitet (abnehmende Dringlichkeit):\n• Menschen\n• Daten',
      ['Menschen', 'Daten'],
    ],
    ['Prioridades, da mais alta para a mais baixa:\n1/ Pessoas\n2/ Dados', ['Pessoas', 'Dados']],
    ['Priority 1: Life. Priority 2: Data. Priority 3: Mail.', ['Life.', 'Data.', 'Mail.']],
    ['| Priority | Type |\n|---|---|\n| 1 | Life |\n| 2 | Data |', ['Life', 'Data']],
    ['We work in this order: (a) life; (b) data; (c) mail.', ['life', 'data', 'mail.']],
    ['Incidents are prioritised in this order: life; data; mail.', ['life', 'data', 'mail']],
    ['First come hospitals, then schools, and last private customers.', ['hospitals', 'schools', 'private customers']],
    [
      "L'équipe traite d'abord les hôpitaux, puis les écoles et enfin tous les autres.",
      ['les hôpitaux', 'les écoles', 'tous les autres'],
    ],
    [
      'Zuerst werden Krankenhäuser behandelt, danach Schulen, zuletzt alle anderen.',
      ['Krankenhäuser behandelt', 'Schulen', 'alle anderen'],
    ],
    ['In this order of priority:\n- Life\n\nPage 2 of 4\n\n- Data\n\nAll others come later.', ['Life', 'Data']],
    ['We work on:\n1. Life\n2. Data\nin that order of priority.', ['Life', 'Data']],
  ])('%j', (text, expected) => {
    expect(policies(text).priorities).toEqual(expected)
  })

  it.each([
    'We handle these types of incidents:\n- Phishing\n- Malware',
    'In no particular order:\n- Phishing\n- Malware',
    'Vorfälle ohne Rangfolge:\n- Phishing\n- Schadprogramme',
    'Our services:\n1. Triage\n2. Coordination',
    'X3-CERT handles all incidents.\nX3-CERT gives priority to none.',
  ])('%j ranks nothing', (text) => {
    expect(policies(text).priorities).toEqual([])
  })
})

describe('channel rules', () => {
  const rules = (text: string) => rulesOf(read(`4.3 Communication and Authentication\n${text}\n`))

  it.each<readonly [string, readonly string[]]>([
    ['All e-mail must be encrypted with PGP.', ['always email pgp']],
    ['Toute communication par courriel doit être chiffrée.', ['always email pgp']],
    ['Meldungen über Vorfälle müssen verschlüsselt gesendet werden (PGP).', ['incident-report email pgp']],
    ['Todo reporte de incidente debe enviarse cifrado.', ['incident-report email pgp']],
    [
      'Confidential information must be encrypted with PGP or S/MIME.',
      ['high-sensitivity email pgp', 'high-sensitivity email smime'],
    ],
    [
      'Information marked TLP:AMBER or above must be encrypted. TLP:GREEN and TLP:CLEAR may be sent in clear.',
      ['high-sensitivity email pgp', 'low-sensitivity email none'],
    ],
    ['Personal data must not be sent by unencrypted e-mail; use PGP.', ['high-sensitivity email pgp']],
    ['Les données de patients ne doivent être envoyées que chiffrées.', ['high-sensitivity email pgp']],
    [
      'Ordinary e-mail and the telephone suffice for information of low sensitivity.',
      ['low-sensitivity email none', 'low-sensitivity phone none'],
    ],
    [
      'Le téléphone et le courriel non chiffré conviennent pour les informations peu sensibles.',
      ['low-sensitivity email none', 'low-sensitivity phone none'],
    ],
    [
      'Unverschlüsselte E-Mails sind nur für Informationen mit geringem Schutzbedarf zulässig.',
      ['low-sensitivity email none'],
    ],
    ['Para informação sensível é obrigatória a cifra PGP.', ['high-sensitivity email pgp']],
    ['El teléfono se considera suficientemente seguro sin cifrar.', ['always phone none']],
    ['File transfers of confidential data must be encrypted.', ['high-sensitivity transfer pgp']],
    ['Ist E-Mail nicht möglich, rufen Sie an.', ['no-email phone none']],
    ['If the telephone is not available, send an e-mail.', []],
    ['Do not send state secrets by e-mail at all.', []],
    ['PGP is supported for digital signatures.', []],
  ])('%j', (text, expected) => {
    expect(rules(text)).toEqual(expected)
  })
})

describe('promises', () => {
  it.each<readonly [string, string | null]>([
    ['In all cases some response will be made within one working day.', 'P1WD'],
    ['Reports are acknowledged within 24 hours.', 'PT24H'],
    ['The team will respond no later than the next working day.', 'P1WD'],
    ['You will hear from a person within three business days.', 'P3WD'],
    ['Se responde a todo reporte dentro de las 48 horas.', 'PT48H'],
    ['Une première réponse est apportée sous un jour ouvré.', 'P1WD'],
    ['Auf jede Meldung erfolgt spätestens am nächsten Arbeitstag eine Antwort.', 'P1WD'],
    ['Toda notificação é respondida em até 1 hora.', 'PT1H'],
    ['We try to reply on the same day but cannot promise it.', null],
    ['Advisories are published within 90 days.', null],
  ])('%j', (text, duration) => {
    expect(policies(text).responsePromise?.duration ?? null).toBe(duration)
  })

  it('keeps those for some apart from the one for everybody', () => {
    const card = policies(
      'We answer within 30 minutes for critical incidents and within two working days for all others.',
    )
    expect(card.responsePromises.map(({ duration, audience }) => [duration, audience])).toEqual([
      ['PT30M', 'critical'],
      ['P2WD', null],
    ])
    expect(card.responsePromise?.duration).toBe('P2WD')
  })
})

describe('urgent words and preferred channels', () => {
  const contact = (text: string) => read(`2.11 Points of Customer Contact\n${text}\n`)

  it.each([
    ['If you require urgent assistance, put "urgent" in your subject line.', 'urgent'],
    ['In dringenden Fällen schreiben Sie «DRINGEND» in den Betreff.', 'DRINGEND'],
    ['Write [URGENT] in the subject if you cannot call.', '[URGENT]'],
    ["En cas d'urgence, inscrivez « alerte » dans l'objet.", 'alerte'],
    ['Urgent messages with the word FLASH in the subject line are seen by the officer on call.', 'FLASH'],
  ])('%s', (text, keyword) => {
    expect(contact(text).urgent?.subjectKeyword).toBe(keyword)
  })

  it.each([
    ['E-mail is preferred. Call us if you must.', 'email'],
    ['The preferred method is by telephone, not by e-mail.', 'phone'],
    ['Bevorzugt wird die E-Mail.', 'email'],
  ])('%s', (text, channel) => {
    expect(contact(text).preferred?.channel).toBe(channel)
  })
})
