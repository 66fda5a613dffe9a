/** The text of a message as it is sealed: marking, words, who writes, observables and numbers in their places. Pure, so that the preview is exactly it. */
import type { CaseObservable } from '../case/case.ts'
import type { Tier } from '../case/vocabulary.ts'
import { tlpLabel, type Tlp } from '../marking/tlp.ts'
import { messageWord } from './message-word.ts'
import { numberLine, type NumberLine } from './numbering.ts'
import { observableLines } from './observable-list.ts'
import type { MessageLanguage } from './template.ts'

export interface BodyParts {
  readonly language: MessageLanguage
  readonly marking: Tlp
  /** As it was typed. */
  readonly text: string
  readonly writer: Writer
  /** To be listed in the text; empty where none are, or where they go as a file. */
  readonly observables: readonly CaseObservable[]
  /** One for each partner that it goes to. */
  readonly numbers: readonly PartnerNumber[]
}

export interface PartnerNumber extends NumberLine {
  /** Where it goes: stands before the line where several partners each have their own. */
  readonly address: string
}

export interface Writer {
  readonly code: string
  readonly name: string
  readonly tier: Tier
  /** As the own card says it of its member; null where it says none. */
  readonly role: string | null
  readonly team: string | null
  /** A formal message carries the full name and the function (O-10, Z-04), others the code (O-15). */
  readonly formal: boolean
}

/** Lines end in LF. The marking stands on the first and on the last line, whatever is between. */
export function messageBody(parts: BodyParts): string {
  const { language, marking, text, writer, observables, numbers } = parts
  const label = tlpLabel(marking)
  const blocks = [
    label,
    text.replaceAll(/\r\n?/g, '\n').trim(),
    writerLines(language, writer).join('\n'),
    observableLines(language, observables, marking).join('\n'),
    numberLines(language, numbers).join('\n'),
    label,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function writerLines(language: MessageLanguage, { code, name, tier, role, team, formal }: Writer): readonly string[] {
  if (!formal) return [team === null ? code : `${code}, ${team}`]
  const position = role ?? messageWord(language, 'body.tier', { tier })
  return [name, team === null ? position : `${position}, ${team}`]
}

/** To one partner the bare line; to several each line says whose it is, because every partner counts alone. */
function numberLines(language: MessageLanguage, numbers: readonly PartnerNumber[]): readonly string[] {
  const isAlone = numbers.length === 1
  return numbers.map(({ address, ...line }) => `${isAlone ? '' : `${address}: `}${numberLine(language, line)}`)
}
