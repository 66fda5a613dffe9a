/** Puts the words of all languages together: reports mix them, so nobody is asked which language a report is in. */
import { german } from './words-de.ts'
import { english } from './words-en.ts'
import { dutch } from './words-nl.ts'
import { italian } from './words-it.ts'
import { spanish } from './words-es.ts'
import { french } from './words-fr.ts'
import { portuguese } from './words-pt.ts'

/** Lists are words without accents, blanks between them; the others are alternatives of a linear pattern. */
export interface ReportWords {
  /** Beside an address, a port or a host: that it acted. */
  readonly source: string
  /** That it was acted upon. */
  readonly destination: string
  readonly address: string
  readonly port: string
  readonly protocol: string
  readonly value: string
  readonly hash: string
  readonly time: string
  readonly zone: string
  /** May stand in the name of a field beside the others. */
  readonly filler: string
  /** A time with one of these is not when it happened or began. */
  readonly late: string
  readonly ticket: string
  /** Behind a word for a ticket. */
  readonly number: string
  readonly category: string
  /** What closes a letter. */
  readonly closing: string
  /** In the sentence of a link that helps the reader and is no evidence. */
  readonly aside: string
  /** In the line of a time that is about the report itself. */
  readonly aboutReport: string
  /** What "are in UTC" is said of. */
  readonly stated: string
  readonly ours: string
}

const tables: readonly ReportWords[] = [english, spanish, french, german, portuguese, italian, dutch]

export const wordSet = (key: keyof ReportWords): ReadonlySet<string> =>
  new Set(tables.flatMap((table) => table[key].split(' ')))

/** An alternative of all languages, to stand in a pattern. */
export const anyOf = (key: keyof ReportWords): string => tables.map((table) => table[key]).join('|')

/** The same from a list of words. */
export const anyWord = (key: keyof ReportWords): string => [...wordSet(key)].join('|')

/** Lower case, accents off: "Dirección" and "direccion" are one word, "Prüfsumme" and "Prufsumme" too. */
export const plainWord = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
