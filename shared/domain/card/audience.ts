/** Tells from a sentence for whom a channel or an hour is; a sentence that says nothing gives null, not "everyone". */
import type { Audience } from './card-reading.ts'

const WORDS: readonly (readonly [Audience, RegExp])[] = [
  [
    'constituent',
    /constituen|\bcustomers?\b|\bclients?\b|\bmembers only\b|trusted partners|contracting|subscribers?|comunidad objetivo|\bclientes?\b|bénéficiaires?|\bclients\b|kunden|zielgruppe|comunidade/i,
  ],
  [
    'critical',
    /critical|emergenc|very high|high[-/ ](?:priority|severity|risk|emergency)|severe|crítica|muy alta|critique|kritisch|notf[aä]ll|urgen/i,
  ],
  ['csirt', /\bother (?:csirts?|certs?)\b|\bpeer teams?\b|csirt community|(?:only|for) (?:csirts|certs|teams)\b/i],
]

export const audienceIn = (text: string): Audience | null => WORDS.find(([, words]) => words.test(text))?.[0] ?? null
