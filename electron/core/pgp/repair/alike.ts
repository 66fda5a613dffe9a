/** Which characters people and programs that read print take for each other: tried before any other substitution. */
import { digitOf } from './digits.ts'

const GROUPS =
  'lI1ij 0OoQD S5s B8E3 Z2z7 G6bC q9gpy uvUVY ceoa CG nhm vyY rtf T7 1/7 lt/ EF PR KX MNHW wvW kK xX jJ pP dcl aoe ha 4A +t rnm hb EB OC DO 38 QO ZT fF iI'

const pairs = GROUPS.split(' ').flatMap((group) =>
  Array.from(group).flatMap((one) =>
    Array.from(group).flatMap((other) => (one === other ? [] : [[digitOf(one), digitOf(other)]])),
  ),
)

/** By the digit that is printed: the digits that may be meant. */
export const ALIKE: readonly (readonly number[])[] = Array.from({ length: 64 }, (_, digit) => [
  ...new Set(pairs.flatMap(([one, other]) => (one === digit && other !== undefined ? [other] : []))),
])

/** One printed character that stands for two, or two for one. */
export const MERGED: readonly (readonly [one: number, two: readonly [number, number]])[] = [
  ['m', 'rn'],
  ['w', 'vv'],
  ['W', 'VV'],
  ['d', 'cl'],
  ['H', 'II'],
  ['U', 'LI'],
].map(([one = '', two = '']) => [digitOf(one), [digitOf(two.charAt(0)), digitOf(two.charAt(1))]] as const)

/** Characters that are no base64 at all, and what was meant, the likeliest first. */
const STRANGERS: Readonly<Record<string, string>> = {
  '|': 'lI1',
  '!': 'lI1',
  '¡': 'i',
  '¦': 'lI1',
  $: 'S',
  '§': 'S',
  '€': 'e',
  '©': 'cC',
  '@': 'a',
  '£': 'EL',
  '¢': 'c',
  '°': 'oO0',
  '-': '+',
  _: '/',
  '\\': '/',
  '(': 'C',
  ı: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  Α: 'A',
  Β: 'B',
  Ο: 'O',
  ο: 'o',
}

/** @returns the likeliest digit, 0 where nothing resembles it. */
export const guessOf = (character: string): number => Math.max(0, digitOf((STRANGERS[character] ?? 'A').charAt(0)))
