/** Reads the people whom a document names, with the role that it gives them. */
import type { CardReading } from './card-reading.ts'
import { sectionsOf, type Section } from './sections.ts'

type Member = CardReading['members'][number]

const WORD = String.raw`\p{Lu}[\p{L}'’]{1,24}(?:-\p{Lu}[\p{L}'’]{1,24})?`
const NAME = String.raw`${WORD}(?: (?:(?:de|van|von|der|den|la|le|del|da|dos|di|bin|al) ){0,2}(?:${WORD}|\p{Lu}\.)){1,3}`
const ROLE_WORD =
  /head|lead|manager|director|chair|chief|officer|analyst|engineer|coordinat|representative|member|responsable|jefe|chef|leiter|miembro|membre|mitglied|coordena|respons[áa]vel|supervis|deputy|consultant|specialist|architect/i

const NAME_THEN_ROLE = new RegExp(`^(${NAME})\\s?(?:,|\\(|[–—:-]\\s)\\s?([^\\n]{3,160})`, 'u')
const ROLE_THEN_NAMES = new RegExp(`^(\\p{L}[\\p{L} /-]{2,40}):\\s(${NAME}(?:\\s?[,;]\\s?(?:and )?${NAME}){0,30})`, 'u')
const ROLE_IS_NAME = new RegExp(
  `(head|leader|chair|manager|director|responsable|jefe|leiter|coordinator|coordenador|representative)\\b[^.\\n]{0,60}?\\s(?:is|are|es|est|ist|é)\\s(?:(?:Mr|Ms|Mrs|Dr|M|Mme|Herr|Frau|Sr|Sra|Dipl\\.-Ing)\\.?\\s){0,2}(${NAME})`,
  'u',
)

/** A team or place is written like a person: these words show it. */
const NOT_A_PERSON =
  /CERT|CSIRT|Team|Security|University|Information|Centre|Center|Office|Service|Response|Incident|Computer|Members?|Agency|Department|Network/

function membersInLine(text: string, line: number): readonly Member[] {
  const listed = ROLE_THEN_NAMES.exec(text)
  if (listed)
    return (listed[2] ?? '').split(/\s?[,;]\s?(?:and )?/).map((name) => ({ name, role: listed[1] ?? null, line }))
  const named = NAME_THEN_ROLE.exec(text)
  const role = (named?.[2] ?? '').split(/(?<=\p{L}{3})\.\s/u)[0]?.replace(/[).;]+$/, '') ?? ''
  if (named && ROLE_WORD.test(role)) return [{ name: named[1] ?? '', role, line }]
  const stated = ROLE_IS_NAME.exec(text)
  return stated ? [{ name: stated[2] ?? '', role: stated[1] ?? null, line }] : []
}

export function readMembers(sections: readonly Section[]): readonly Member[] {
  const sentences = sectionsOf(sections, '2.9').flatMap((section) => section.sentences)
  const members = sentences
    .flatMap(({ text, line }) => membersInLine(text.slice(0, 1000), line))
    .filter(({ name }) => !NOT_A_PERSON.test(name))
  return members.filter(({ name }, index) => members.findIndex((other) => other.name === name) === index).slice(0, 100)
}
