/** Tells whether words promise a team, not a machine, at every hour. */
export const ROUND_THE_CLOCK =
  /\b24\s?[x×/*]\s?7(?:\s?[x×/*]\s?365)?\b|\b24\s?(?:hours|horas|h|heures|stunden)(?: a| per|\/| al| par| am| por)?\s?(?:day|día|jour|tag|dia|24)\b|\b24h\/24\b|round[- ]the[- ]clock|around the clock|rund um die uhr|7j?\/7\b|\b24 hours?[,]? (?:7|seven) days/i

/** A machine that listens at night is no team that does. */
const MACHINE =
  /voice[- ]?(?:box|mail)|answering machine|mail ?box|contestador|répondeur|anrufbeantworter|monitoring only|on(?:line)? form\b/i

export const isRoundTheClock = (text: string): boolean => ROUND_THE_CLOCK.test(text) && !MACHINE.test(text)
