/** Who is named in a team's description, in the layouts and languages of such documents; nobody who is not. */
import { describe, expect, it } from 'vitest'
import { read } from './reading.ts'

const card = (members: string) =>
  read(
    `2.1 Name of the Team\nEX-CERT\n2.2 Address\nDeutsche Werke AG, 1 Quay Street\nMadrid, Spain\n2.9 Team Members\n${members}\n2.10 Other Information\nNone.\n`,
  )
const people = (members: string) => card(members).members.map(({ name, role }) => [name, role])

describe('team members', () => {
  it.each<readonly [string, readonly (readonly [string, string | null])[]]>([
    [
      'The head of EX-CERT is Ada Quillfeather. Her deputy is Bran Tolliver.',
      [
        ['Ada Quillfeather', 'head of EX-CERT'],
        ['Bran Tolliver', 'deputy'],
      ],
    ],
    [
      'Team leader – Ada Quillfeather; deputy – Bran Tolliver',
      [
        ['Ada Quillfeather', 'Team leader'],
        ['Bran Tolliver', 'deputy'],
      ],
    ],
    [
      'Ada Quillfeather (Team Lead), Bran Tolliver (Deputy), Cora Vance',
      [
        ['Ada Quillfeather', 'Team Lead'],
        ['Bran Tolliver', 'Deputy'],
        ['Cora Vance', null],
      ],
    ],
    [
      'Quillfeather, Ada – Team leader\nTolliver, Bran (Analyst)',
      [
        ['Ada Quillfeather', 'Team leader'],
        ['Bran Tolliver', 'Analyst'],
      ],
    ],
    [
      'Ms. Ada Quillfeather - CISO\nDr. Bran van der Berg, MSc, SOC manager',
      [
        ['Ada Quillfeather', 'CISO'],
        ['Bran van der Berg', 'SOC manager'],
      ],
    ],
    [
      'Analysts: Cora Vance, Dan Ellery and Eve Fontaine',
      [
        ['Cora Vance', 'Analyst'],
        ['Dan Ellery', 'Analyst'],
        ['Eve Fontaine', 'Analyst'],
      ],
    ],
    [
      'Members: Cora Vance, Dan Ellery',
      [
        ['Cora Vance', null],
        ['Dan Ellery', null],
      ],
    ],
    [
      'Ada Quillfeather\nHead of Team\n\nBran Tolliver\nIncident handler',
      [
        ['Ada Quillfeather', 'Head of Team'],
        ['Bran Tolliver', 'Incident handler'],
      ],
    ],
    [
      'Name: Ada Quillfeather\nRole: Head of CERT\nName: Bran Tolliver\nRole: Analyst',
      [
        ['Ada Quillfeather', 'Head of CERT'],
        ['Bran Tolliver', 'Analyst'],
      ],
    ],
    [
      '| Name | Role | PGP |\n|---|---|---|\n| Ada Quillfeather | Director | 0x6A41E415A1985C2A |\n| Bran Tolliver | | – |',
      [
        ['Ada Quillfeather', 'Director'],
        ['Bran Tolliver', null],
      ],
    ],
    [
      'Position               Name\nHead of the team       Ada Quillfeather\nForensics              Bran Tolliver',
      [
        ['Ada Quillfeather', 'Head of the team'],
        ['Bran Tolliver', 'Forensics'],
      ],
    ],
    [
      'Team leader: Quillfeather, Ada Deputy: Tolliver, Bran',
      [
        ['Ada Quillfeather', 'Team leader'],
        ['Bran Tolliver', 'Deputy'],
      ],
    ],
    [
      'Management and liaison are provided by Ada Quillfeather, Director of IT Services.',
      [['Ada Quillfeather', 'Director of IT Services']],
    ],
    [
      'El responsable del equipo es Ada Quillfeather y la coordinadora técnica es Cora Vance.',
      [
        ['Ada Quillfeather', 'responsable del equipo'],
        ['Cora Vance', 'coordinadora técnica'],
      ],
    ],
    [
      'Le responsable du CERT est Mme Ada Quillfeather. Son adjoint est M. Bran Tolliver.',
      [
        ['Ada Quillfeather', 'responsable du CERT'],
        ['Bran Tolliver', 'adjoint'],
      ],
    ],
    [
      'Leiterin des Teams ist Frau Dr. Ada Quillfeather, ihr Stellvertreter ist Bran Tolliver.',
      [
        ['Ada Quillfeather', 'Leiterin des Teams'],
        ['Bran Tolliver', 'Stellvertreter'],
      ],
    ],
    ['O coordenador da equipa é Bran Tolliver.', [['Bran Tolliver', 'coordenador da equipa']]],
    [
      'Zum Team gehören Ada Quillfeather (Leitung), Bran Tolliver und Cora Vance.',
      [
        ['Ada Quillfeather', 'Leitung'],
        ['Bran Tolliver', null],
        ['Cora Vance', null],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it.each([
    'Not published.',
    'A full list of EX-CERT team members is not publicly available. The Duty Officer can be reached by phone.',
    'Please ask for the Incident Manager or the Head of Operations.',
    'The team consists of experts of the National Cyber Centre and of the University Computer Centre.',
    'Deutsche Werke is a member of the team of teams.',
    'No se publica información sobre los integrantes.',
    'Keine Angaben. Weitere Mitarbeiterinnen und Mitarbeiter werden nicht genannt.',
  ])('"%s" names nobody', (text) => {
    expect(people(text)).toEqual([])
  })

  it('keeps how to reach one person from how to reach the team', () => {
    const read = card('Ada Quillfeather, Head, ada@ex.example, +44 20 7946 0123, PGP key 0x6A41E415A1985C2A')
    expect([read.members.length, read.emails, read.phones, read.keys]).toEqual([1, [], [], []])
  })

  it('gives each its line', () => {
    expect(card('Ada Quillfeather (lead)\nBran Tolliver (analyst)').members.map(({ line }) => line)).toEqual([7, 8])
  })
})
