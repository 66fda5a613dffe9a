/** Makes every address, link and domain in a text harmless, whether or not the case has it as an observable. */
import { extractObservables } from '../observable/extract.ts'
import type { Observable } from '../observable/observable.ts'
import { defang } from '../observable/refang.ts'

/** `known` first of all: what a person entered is found where a reader of running text would not. The longest first: a link before its host. */
export function defangText(text: string, known: readonly Observable[]): string {
  const found = [...known, ...extractObservables(text)].filter((one) => defang(one) !== one.value)
  const values = new Map(found.map((one) => [one.value.toLowerCase(), one]))
  const longest = [...values.values()].toSorted((a, b) => b.value.length - a.value.length)
  return longest.reduce((so, one) => replaceAny(so, one.value, defang(one)), text)
}

/** Whatever its case: a text writes "WWW.Example.org", the observable is in lower case. */
function replaceAny(text: string, value: string, by: string): string {
  const lower = text.toLowerCase()
  // Lower case can be longer than what it stands for; then places would not fit.
  if (lower.length !== text.length) return text.replaceAll(value, by)
  const needle = value.toLowerCase()
  let so = ''
  let from = 0
  for (let at = lower.indexOf(needle); at !== -1; at = lower.indexOf(needle, from)) {
    so += text.slice(from, at) + by
    from = at + needle.length
  }
  return so + text.slice(from)
}
