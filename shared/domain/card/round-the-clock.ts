/** Tells whether words promise a team, not a machine, at every hour. */
export const ROUND_THE_CLOCK =
  /\b24\s?[x×/*-]\s?7(?:\s?[x×/*-]\s?365)?\b|\b7\s?[x×/*]\s?24\b|\b24\s?[x×/*]\s?365\b|\b24\s?(?:hours|hrs?|horas|h|heures|stunden|std\.?)(?: a| per|\/| al| par| am| por| sur)?\s?(?:the )?(?:day|día|jour|tag|dia|24)\b|\b24\s?h?\s?(?:\/|sur)\s?24\b|\b24 hours?,? (?:7|seven) days|round[- ]the[- ]clock|around[- ]the[- ]clock|rund um die uhr|\b7\s?[jd]?\s?(?:\/|sur)\s?7\b|(?:at )?all hours|at any (?:time|hour) of (?:the )?(?:day|night)|day and night|(?:by )?night as well as (?:by )?day|à toute heure|jour et nuit|las 24 horas|24 horas por dia|a cualquier hora|día y noche|tag und nacht|zu jeder (?:tages|stunde|zeit)|a qualquer hora|dia e noite|permanently (?:staffed|available|reachable)|24[- ]hours? (?:service|emergency|hotline|number|support|on)|[(,;] ?24[- ]?(?:h|hrs|hours|horas|heures|stunden)\)|(?<![\p{L}\d])h\s?24(?![\p{L}\d])|(?<!\p{L})(?:plantão|guardia|sobreaviso|astreinte|permanence|bereitschaft\p{L}{0,7}|hotline) (?:de )?24 ?(?:h|hs|horas|heures|stunden)(?!\p{L})|jederzeit|en todo momento|à tout moment|a todo o momento/iu

/** A machine that listens at night, a desk of somebody else's: no team that does. */
const NOT_THE_TEAM =
  /voice[- ]?(?:box|mail)|answering machine|mail ?box|contestador|répondeur|anrufbeantworter|monitoring only|on(?:line)? form\b|automatic/i
const OTHER_DESK =
  /network operations|\bnoc\b|switchboard|reception|centralita|standard téléphonique|telefonzentrale|pförtner|help ?desk|call cent(?:er|re)|service desk/i

export const isRoundTheClock = (text: string): boolean => ROUND_THE_CLOCK.test(text) && !NOT_THE_TEAM.test(text)

/** The team itself, not a desk of its host. */
export const isTeamRoundTheClock = (text: string): boolean => isRoundTheClock(text) && !OTHER_DESK.test(text)
