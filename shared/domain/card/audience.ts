/** Tells from a sentence for whom a channel or an hour is; a sentence that says nothing gives null, not "everyone". */
import type { Audience } from './card-reading.ts'

const WORDS: readonly (readonly [Audience, RegExp])[] = [
  [
    'constituent',
    /constituen|\bcustomers?\b|\bclients?\b|\bmembers only\b|trusted partners|contracting|subscribers?|comunidad objetivo|miembros de la comunidad|\bclientes?\b|bénéficiaires?|\bclients\b|\bkunden|zielgruppe|comunidade|entidades adheridas|mitgliedsorganisation|affilié|affiliated|afiliad|mitglieder des|\bfor (?:\w+ )?operators\b|utilities|angeschlossen|group companies/i,
  ],
  [
    'critical',
    /critical|\b(?:p|s|prio(?:rity)? |severity )[1i]\b|emergenc|very high|high[-/ ](?:priority|severity|risk|emergency|impact)|\bhigh and\b|severe|major incidents|incidents? majeurs?|incidentes mayores|incidentes? maiores|gravi incidenti|crític|muy alt|critique|kritisch|schwerwiegend|schwere\w? (?:störung|vorf|notf|ausf|sicherheitsv)|notf[aä]ll|urgen|grave|graves|muito alt|gravíssim|gefahr|in danger|danger to|peligro|perigo/i,
  ],
  [
    'csirt',
    /\bother (?:csirts?|certs?)\b|\bpeer teams?\b|csirt community|(?:only|for) (?:csirts|certs|teams)\b|andere (?:csirts|certs)|otros (?:csirt|cert|equipos)|autres (?:csirt|cert|équipes)/i,
  ],
  [
    'constituent',
    /\b(?:only (?:for|to)|reserved (?:for|to)|exclusively (?:for|to)|restricted to|s[oó]lo para|únicamente para|exclusiv[oa]s? para|reservad[oa]s? (?:a|para)|uniquement pour|exclusivement pour|nur für|ausschließlich für|apenas para|só para)(?!\p{L})|(?<!\p{L})(?:for|für|pour(?: les)?|para(?: l[oa]s| [oa]s)?) (?:dienststellen|behörden|einrichtungen|kommunen|hochschulen|agencies|ministries|institutions|schools|municipalities|universities|hospitals|organismos|ayuntamientos|entidades|instituciones|municípios|órgãos|services|établissements|ministères)(?!\p{L})|réservée?s? (?:aux?|à)(?!\p{L})|vorbehalten/iu,
  ],
]

/** "Low, medium or high" is everybody's. */
const ANY_SEVERITY =
  /\b(?:low|medium|normal|baj[ao]s?|medi[ao]s?|faibles?|moyens?|moyennes?|niedrig\w{0,2}|mittler\w{0,2}|baix[ao]s?|médi[ao]s?)\b/i

export function audienceIn(text: string): Audience | null {
  const found = WORDS.find(([, words]) => words.test(text))?.[0] ?? null
  return found === 'critical' && ANY_SEVERITY.test(text) ? null : found
}
