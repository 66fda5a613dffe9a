/** What was found in a report, and why a class or a rung is proposed. */
export const reports = {
  'report.time-no-zone':
    '{count|A time has|# times have} no time zone ("{text}"). Signet does not assume one. Ask the reporter which zone it is.',
  'report.time-zone-ambiguous':
    '{count|A time has|# times have} a zone with more than one meaning ("{text}"). Ask the reporter for the offset from UTC.',
  'report.time-date-ambiguous':
    '{count|A date|# dates} can be read day first or month first ("{text}"). Ask the reporter which it is.',
  'report.time-no-year':
    '{count|A time has|# times have} no year or no zone ("{text}"). Ask the reporter for the full date and time.',
  'report.time-year-of-mail':
    'Log lines carry no year. They are read with the year in which the message was sent, and with the zone that it states.',
  'report.time-utc-convention':
    'The times of this table carry no zone. Tables of this family are in UTC by convention, so they are read as UTC.',
  'report.events-cut':
    'The report holds more than {limit} events. The first {limit} were read; the original is kept whole.',
  'report.lines-cut': 'Only the first {limit} lines were read. The original is kept whole.',
  'report.archive-cut':
    'Not everything in {name} was unpacked: it is larger than a report is. What was read is above; the original is kept whole.',
  'report.archive-locked': '{name} is locked with a password and was not read. Ask the reporter for the password.',
  'report.archive-damaged': '{name} is damaged and could not be unpacked. The original is kept whole.',
  'report.no-events': 'No address, link, domain or hash was found. Read the message yourself before you set it aside.',
  'report.private-address':
    '{count|One address of the report is|# addresses of the report are} private ({address}): not reachable from the Internet, kept because it may name a machine of the constituent.',

  'rsit.because-kind': 'Proposed class {rsit}, because the report calls itself "{word}"',
  'rsit.because-subject': 'Proposed class {rsit}, because the subject says "{word}"',
  'rsit.because-text': 'Proposed class {rsit}, because the text says "{word}"',
  'rsit.undetermined': 'No word of the report tells its class. Choose one.',
} as const
