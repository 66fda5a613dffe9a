/** What a subject line tells: that it is urgent, and the sender's own number. */

/** M-16: the word "urgent", in the languages that our cards come in; "not urgent" is not. */
export const isUrgent = (subject: string): boolean =>
  /\b(?:urgent[e]?|dringend|eilt|urgence)\b/i.test(subject) &&
  !/\b(?:not|non|no|kein|nicht|pas)[- ](?:urgent[e]?|dringend)\b/i.test(subject)

const forms: readonly RegExp[] = [
  /\[[\w .-]{0,30}?#\s?([\w-]{3,40})\]/,
  /\b(?:issue|ticket|case|incident|inc|request|ref(?:erence)?|report[- ]id|rid|caso|incidencia|vorgang|id)\b\s{0,2}(?:no\.?|nr\.?|number|id)?\s{0,2}[:#=]?\s{0,2}#?([A-Z]{0,8}[-_]?\d[\w.-]{2,40})/i,
  /\b([A-Z]{2,10}-?\d{5,12})\b/,
  /\[([a-z][a-z-]{2,30}-\d{5,12})\]/i,
]

/** The first ticket number, without its brackets and words; null where there is none. */
export function ticketIn(subject: string): string | null {
  const line = subject.slice(0, 500)
  for (const form of forms) {
    const ticket = form.exec(line)?.[1]?.replace(/[.-]{1,3}$/, '')
    if (ticket !== undefined) return ticket
  }
  return null
}
