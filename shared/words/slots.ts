/**
 * The small language of the word tables: `{name}` is replaced by a parameter, `{n|one case|{n} cases}` chooses by number.
 * Slots are read from the sentence's own type, so that a code used with the wrong parameters does not compile.
 */
type SlotName<S extends string> = S extends `${infer Name}|${string}` ? Name : S

export type Slots<S extends string> = S extends `${string}{${infer Slot}}${infer Rest}`
  ? SlotName<Slot> | Slots<Rest>
  : never

export type Params = Readonly<Record<string, string | number>>

/** Fills a sentence. An unknown slot stays visible as it is written: better an ugly sentence than a lost one. */
export function fill(sentence: string, params: Params): string {
  const chosen = sentence.replaceAll(/\{(\w+)\|([^|{}]*)\|([^{}]*)\}/g, (_, name: string, one: string, many: string) =>
    (params[name] === 1 ? one : many).replaceAll('#', String(params[name] ?? '')),
  )
  return chosen.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}
