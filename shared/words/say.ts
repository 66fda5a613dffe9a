/** Turns a code with its parameters into the sentence a person reads, for desk, command line, reports and mails alike. */
import { en } from './en.ts'
import { fill, type Params, type Slots } from './slots.ts'

export const languages = ['en'] as const
export type Language = (typeof languages)[number]

export type Code = keyof typeof en

/** Codes that come from another desk may be of another version. */
export const isCode = (code: string): code is Code => Object.hasOwn(en, code)

type CodeParams<C extends Code> = { readonly [Slot in Slots<(typeof en)[C]>]: string | number }

/** A problem, a reason or a finding as it travels: never prose, always a code that has words in every language. */
export interface Saying {
  readonly code: Code
  readonly params: Params
}

type NoSlots<C extends Code> = Slots<(typeof en)[C]> extends never ? [] : [params: CodeParams<C>]

/** Makes a `{code, params}` whose parameters are checked against the slots of the English sentence. */
export function saying<C extends Code>(
  code: C,
  ...[params]: NoSlots<C>
): { readonly code: C; readonly params: Params } {
  return { code, params: params ?? {} }
}

const tables: Readonly<Record<Language, Readonly<Record<Code, string>>>> = { en }

export function say(language: Language, { code, params }: Saying): string {
  const table: Readonly<Record<string, string>> = tables[language]
  return fill(tables[language][code], params, (other) => table[other])
}

/** One sentence by its code, for labels that the renderer shows. */
export function word<C extends Code>(language: Language, code: C, ...[params]: NoSlots<C>): string {
  return say(language, { code, params: params ?? {} })
}
