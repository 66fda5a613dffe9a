/** Why Signet proposes what it proposes at intake, and what is said about reports by telephone and about splitting. */
export const intakeWork = {
  'because.kind-cve': 'it names {cve} and nothing that was attacked',
  'because.kind-incident': 'something happened, or threatens to',
  'because.severity-unknown': 'the report states none',
  'because.severity-stated': 'the report says “{word}”',
  'because.classes-none': 'nothing in it points to a class',
  'because.classes': '{class>info-class}: it holds {value}',
  'because.affected': '{value} is theirs, by their card',
  'because.affected-none': 'no network or name of a constituent is in it',
  'because.constituent-network': '{value} belongs to {name}',
  'because.caller-pin': 'the PIN was right',
  'because.caller-card': 'named by the caller; no PIN was checked',
  'call-text-empty': 'There is nothing to keep: neither what was said nor a line of a log. Nothing was saved.',
  'call-pin-wrong':
    'The PIN was wrong. The report is kept as from somebody who could not be identified. Call back on the number of the card.',
  'call-name': '{from}, by telephone',
  'log-name': '{from}, a log',
  'split-nothing':
    'The events of this report fall to no two constituents, so there is nothing to split. Make one case of it.',
  'complete-nothing': 'Nothing of what a report needs is missing here. No reply was made.',
  'zone-not-read':
    '{zone} was not read as a time zone. Nothing was changed. Give an offset (+01:00), UTC, or a name like Europe/Madrid.',
  'report-not-read': 'No report was read out of this message, so it has no times to complete. Nothing was changed.',
  'report.zone-given': '{code} gave {zone} for the times that came without a zone.',
  'split-rest': '{title} (others)',
  'split-of': '{title} ({name})',
} as const
