/**
 * The small language of the word tables: `{name}` is replaced by a parameter, `{n|one case|# cases}` chooses by number (# is the
 * number), `{item>check}` says the word `check.<item>` of the same table, with a capital where the sentence begins with it.
 * Slots are read from the sentence's own type, so that a code used with the wrong parameters does not compile.
 */
type SlotName<S extends string> = S extends `${infer Name}|${string}` | `${infer Name}>${string}` ? Name : S

export type Slots<S extends string> = S extends `${string}{${infer Slot}}${infer Rest}`
  ? SlotName<Slot> | Slots<Rest>
  : never

export type Params = Readonly<Record<string, string | number>>

/**
 * Fills a sentence; `lookUp` finds the word of another code. An unknown slot stays visible as it is written, an unknown word as
 * its parameter: better an ugly sentence than a lost one.
 */
export function fill(
  sentence: string,
  params: Params,
  lookUp: (code: string) => string | undefined = () => undefined,
): string {
  const chosen = sentence.replaceAll(/\{(\w+)\|([^|{}]*)\|([^{}]*)\}/g, (_, name: string, one: string, many: string) =>
    (params[name] === 1 ? one : many).replaceAll('#', String(params[name] ?? '')),
  )
  const named = chosen.replaceAll(/\{(\w+)>([\w-]+)\}/g, (_, name: string, family: string, at: number) => {
    const value = String(params[name] ?? '')
    const found = lookUp(`${family}.${value}`)
    if (found === undefined) return value
    return at === 0 ? found.charAt(0).toUpperCase() + found.slice(1) : found
  })
  return named.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}
