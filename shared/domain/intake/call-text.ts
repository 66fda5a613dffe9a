/** Writes down what a caller said in the order of M-46, so that a report by telephone is read by the same reader as a mail. */
export interface ToldFields {
  readonly time: string
  readonly zone: string
  readonly source: string
  readonly sourcePort: string
  readonly protocol: string
  readonly destination: string
  readonly destinationPort: string
  /** In the caller's words. */
  readonly what: string
  /** Lines of a log, as they were read out or pasted. */
  readonly log: string
}

/** Empty fields make no line: what was not told is missing, and the meter says so. */
export function callText(told: ToldFields): string {
  const line = (label: string, value: string): readonly string[] =>
    value.trim() === '' ? [] : [`${label}: ${value.trim()}`]
  const fields = [
    ...line('Date and time', told.time.trim() === '' ? '' : `${told.time.trim()} ${told.zone.trim()}`),
    ...line('Source IP', told.source),
    ...line('Source port', told.sourcePort),
    ...line('Protocol', told.protocol),
    ...line('Destination IP', told.destination),
    ...line('Destination port', told.destinationPort),
  ]
  return [told.what.trim(), fields.join('\n'), told.log.trim()].filter((part) => part !== '').join('\n\n')
}
