/** The notations in which reports and logs write a time: each a pattern of bounded parts that begins with a digit or a name. */

const clock = String.raw`(?<hour>\d{1,2})(?:[:.]|\s?h\s?)(?<minute>\d{2})(?:(?:[:.]|\s?(?:min|mn)\.?\s?)(?<second>\d{2})(?:\s?s(?![a-z]))?(?:[.,](?<fraction>\d{1,9})(?!\d|-(?!\d{2}:?\d{2}(?!\d))))?)?(?:\s?(?<half>[AaPp]\.?[Mm]\.?(?![a-z])))?(?:\s?(?:Uhr|h|hrs|hours|horas|uur)\b)?`
const offset = String.raw`(?:UTC|GMT|utc|gmt|Z)?\s?[+\-−]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT|utc|gmt) ?[+\-−]\d{1,2}(?!\d)`
const spelled = String.raw`(?:Coordinated Universal|Greenwich Mean|British Summer|(?:US |U\.S\. )?(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)?|(?:Central|Eastern|Western) European(?: Standard| Summer)?) Time`
const place = String.raw`(?:[Hh]eure|[Hh]ora|[Hh]or[aá]rio|[Oo]ra) (?:de |d'|do |da |en |di )?[A-Za-zÀ-ÿ]{4,11}(?: española| Aires| de M[eé]xico)?|(?:Berliner|Wiener|Schweizer|[Dd]eutscher?) (?:Orts)?[Zz]eit|(?:Nederlandse|Belgische) tijd|[A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]{3,6})? time`
const named = String.raw`Z(?![A-Za-z])|(?:utc|gmt|cest|cet|est|edt|pst|pdt)\b|[A-Z]{2,5}(?![A-Za-z/=@\-]|:\S|\.\w)|[A-Z][a-z]{3,10}(?:\/[A-Z][A-Za-z_]{2,20}){1,2}`
const zone = String.raw`(?<zone>\s{0,2},?\s?[([]?(?:in |hora |heure |(?:[A-Za-zé' ]{3,25}, ?))?(?:${offset}|${place}|${spelled}|${named})[)\]]?(?<more>\s\([A-Z]{2,5}(?:[+-]\d{1,4})?\))?)?`
const gap = String.raw`(?:\s{0,3},?\s{1,3}(?:[-–~|/@]\s)?(?:(?:at (?:about|around|approximately|ca\.)|a eso de las|at|um|a las|a la|à|às|om|kl\.?|time|vers|gegen|around|about|approximately|hacia las|sobre las|circa|ca\.|kurz (?:vor|nach)|from|de|between|zwischen|entre(?: las| les| as)?|von|desde(?: las)?|starting|ab)[:]?\s{1,2})?|T|_|\s?[-–|;@]\s?|:|,)`
const monthName = String.raw`(?<month>[A-Za-zäéûôçÄ]{3,10})\.?`
const ordinal = String.raw`(?:st|nd|rd|th|º|er|\.)?`
const of = String.raw`(?:de |of |d')?`

const isoDate = String.raw`(?<![\d.\-/])(?<year>(?:19|20)\d{2})[-/.](?<monthNumber>\d{1,2})[-/.](?<day>\d{1,2})`
const dayMonth = String.raw`(?<![\d.\-/])(?<day>\d{1,2})${ordinal}[\s\-/.]{1,2}${of}${monthName}[\s\-/,.]{1,2}(?:de(?:l)? )?(?<year>(?:19|20)\d{2})`
const monthDay = String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<year>(?:19|20)\d{2})`
const numeric = String.raw`(?<![\d.\-/])(?<first>\d{1,2})(?<cut>[/.-])(?<second_>\d{1,2})\k<cut>(?<year>(?:19|20)\d{2}|\d{2})(?![\d.])`
const on = String.raw`,?\s{1,2}\(?(?:(?:ce matin|hier|aujourd'hui|yesterday|today|this (?:morning|afternoon|evening)|last night|heute|gestern|ayer|hoy|esta ma[ñn]ana),?\s)?(?:(?:on|on the|am|el|le|den|del|,)\s{1,2})?(?:(?:[A-Z][a-zé]{2,9}),?\s)?`

/** "between 21:14 and 21:52 CET (15 Nov 2026)": the date and the zone stand behind the end. */
const toClock = String.raw`(?:\s{0,2}(?:-|–|to|until|and|y(?: las)?|a(?: las)?|bis|und|et|à|e)\s{0,2}\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm])?(?:\s?(?:Uhr|h|hrs|hours|horas)\b)?)?`

/** "02:41 Uhr (17.11.2026, MEZ)": the zone behind the date. */
const behind = String.raw`(?<behind>\s{0,2},?\s?[([]?(?:${offset}|${place}|${spelled}|${named})[)\]]?)?`

export interface TimeForm {
  readonly form: RegExp
  /** What a line must hold for the form to fit: most lines hold none of it, and the forms are dear. */
  readonly needs: RegExp
}

const isoNeed = /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d/
const numericNeed = /(?<![\d.])\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/
const monthNeed =
  /(?<![A-Za-z])(?:jan|ene|gen|feb|f[eé]v|m[aä]r|mrz|maa|a[bp]r|avr|ma[iygj]|mei|jui?[nl]|giu|lug|a[ugo]|sep|set|o[ckut]t|ou|nov|d[eéi][cz])/i

const toForm = (needs: RegExp, source: string): TimeForm => ({ needs, form: new RegExp(source, 'g') })

/** In order: where two fit at one place the first is taken. */
export const timeForms: readonly TimeForm[] = [
  toForm(
    /\d{8}T\d{6}/,
    String.raw`(?<![\dA-Za-z])(?<year>20\d{2})(?<monthNumber>[01]\d)(?<day>[0-3]\d)T(?<hour>[0-2]\d)(?<minute>[0-5]\d)(?<second>[0-5]\d)${zone}`,
  ),
  toForm(/T\d{2}-\d{2}-\d{2}/, String.raw`${isoDate}T(?<hour>\d{2})-(?<minute>\d{2})-(?<second>\d{2})${zone}`),
  toForm(isoNeed, String.raw`${isoDate}${gap}${clock}${zone}`),
  toForm(monthNeed, String.raw`${dayMonth}${gap}${clock}${zone}`),
  toForm(monthNeed, String.raw`${monthDay}${gap}${clock}${zone}`),
  toForm(numericNeed, String.raw`${numeric}${gap}${clock}${zone}`),
  toForm(monthNeed, String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})\s${clock}\s(?<year>(?:19|20)\d{2})(?!\d)${zone}`),
  toForm(
    monthNeed,
    String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})\s${clock}(?<zone>\s(?:[A-Z]{3,5}|[+\-]\d{4}))?\s(?<year>(?:19|20)\d{2})(?!\d)`,
  ),
  toForm(monthNeed, String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})\s${clock}${zone}`),
  toForm(monthNeed, String.raw`(?<![\d.\-/])(?<year>20\d{2})\s${monthName}\s{1,2}(?<day>\d{1,2})\s${clock}${zone}`),
  // "12.11. 08:02 Uhr"
  toForm(
    /\d\.\d{1,2}\.,? /,
    String.raw`(?<![\d.\-/])(?<day>[0-3]?\d)\.(?<monthNumber>[01]?\d)\.,?\s{1,2}(?:um |gegen |ab |von )?${clock}${zone}`,
  ),
  // Snort: "11/13-08:15:44.310221"
  toForm(
    /\d\/\d{2}-\d{2}:/,
    String.raw`(?<![\d./-])(?<monthNumber>[01]?\d)\/(?<day>[0-3]\d)-(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?${zone}`,
  ),
  // RouterOS: "nov/13 20:31:02"
  toForm(monthNeed, String.raw`\b${monthName}\/(?<day>\d{1,2})(?:\/(?<year>(?:19|20)\d{2}))?\s${clock}${zone}`),
  // "Jul 21 05h/3": the hour in which it began, and how many it went on.
  toForm(monthNeed, String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})\s(?<hour>\d{2})h(?=\/\d)`),
]

/** The clock before the date: looked for only where no other form fits, since the end of one time may stand before the next. */
export const clockFirstForms: readonly TimeForm[] = (
  [
    [isoNeed, isoDate],
    [monthNeed, dayMonth],
    [monthNeed, monthDay],
    [numericNeed, numeric],
  ] as const
).map(([needs, date]) =>
  toForm(
    needs,
    String.raw`(?<![\d:.])${clock}${toClock}${zone}${on}${date.replace(String.raw`(?<![\d.\-/])`, '')}(?!\d)${behind}`,
  ),
)

/** A date without a clock, for fields that are said to be one. */
export const dateForms: readonly RegExp[] = [isoDate, dayMonth, monthDay, numeric].map((form) => new RegExp(form))

/** "… 01:40Z to 02:05Z": the end of a time that was just named. */
export const untilForm = new RegExp(
  String.raw`^\s{0,2}(?:-|–|to|until|till|and|through|y(?: a)?(?: las)?|a(?: las)?|e(?: as)?|hasta(?: las)?|bis|und|à|et|jusqu'à)\s{0,2}${clock}${zone}(?![\d/-])`,
)

/** "2:05 PM CST (20:05 UTC)", "10:00 local time / 08:00Z": the same moment in another zone. */
export const againForm = new RegExp(
  String.raw`^(?: (?:local(?: time)?|hora local|heure locale|Ortszeit|server time|our time))?\s{0,2}(?:[(=/]|i\.e\.,?|bzw\.)\s{0,2}(?:=\s?|or |i\.e\. )?${clock}${zone}\)?(?![\d/-])`,
)

/** A clock without a date, with a zone or without one. */
export const clockForm = new RegExp(String.raw`^\W{0,5}(?:at |um |a las |à )?${clock}${zone}`)
