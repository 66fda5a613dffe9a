/** Names of months as mails write them, whole or cut short, in the languages that reports come in. */

const names: readonly string[] = [
  'january jan enero ene januar janner janvier janv janeiro januari gennaio',
  'february feb febrero februar fevrier fev fevereiro februari febbraio',
  'march mar marzo marz mrz maerz mars marco maart',
  'april apr abril abr avril avr aprile',
  'may mayo mai maio mei maggio mag',
  'june jun junio juni juin junho giugno giu',
  'july jul julio juli juil juillet julho luglio lug',
  'august aug agosto ago aout augustus',
  'september sep sept septiembre setiembre set septembre setembro settembre',
  'october oct octubre oktober okt octobre outubro out ottobre ott',
  'november nov noviembre novembre novembro',
  'december dec diciembre dic dezember dez decembre dezembro dicembre',
]

const months = new Map(names.flatMap((all, at) => all.split(' ').map((name) => [name, at + 1] as const)))

/** 1 to 12; undefined for what is no month in any of them. */
export const monthOf = (name: string): number | undefined =>
  months.get(
    name
      .normalize('NFD')
      .replaceAll(/\p{M}|\./gu, '')
      .toLowerCase(),
  )
