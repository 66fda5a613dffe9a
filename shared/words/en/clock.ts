/** The rules behind the clocks, one sentence each, and what is wrong with settings of clocks and duty. */
export const clocks = {
  'hours-not-read':
    '{text} was not read as opening hours. Nothing was saved. Write them like "Mo-Fr 09:00-19:00; PH off" or "24/7".',
  'clock.response':
    'First response within {days|one working day|# working days}: the same time on that working day, inside {hours} ({zone}).',
  'clock.response.no-holidays':
    'First response within {days|one working day|# working days}: the same time on that working day, inside {hours} ({zone}). Holidays are not known, so none is counted.',
  'clock.response.no-hours':
    "First response within {days|one day|# days}: the team's hours are not known, so 24 hours a day count ({zone}). Set the hours on the team's own card.",
  'clock.wake': 'Look at it again',
  'clock.wake.for': 'Look at it again; waiting for {waitingFor}',
  'clock.task': 'Task: {text}',
  'clock.silence':
    'Nothing came in or went out since {since}; {days|one working day|# working days} of silence are enough.',
  'clock.resolution':
    'Resolution within {days|one working day|# working days} for {band}; acknowledging does not stop it.',
  'clock.paused': 'Paused: {reason}. The working time until it goes on is added.',
  'clock.paused.until': 'Paused until {until}: {reason}. The working time until then is added.',
  'clock.party': '{party} was asked and has not answered: {what}',
  'clock.embargo': 'The embargo ends then; until that time only the vendor is told.',
  'clock.embargo.over': 'The embargo has ended: tell those who waited for it, then clear the date.',
  'clock.legal.hours': '{name}: {amount|# hour|# hours}, nights and holidays counted ({source}).',
  'clock.legal.days': '{name}: {amount|# day|# days}, nights and holidays counted ({source}).',
  'clock.legal.months': '{name}: {amount|# month|# months}, nights and holidays counted ({source}).',
  'clock.legal.latest.hours': '{name}: at the latest {amount|# hour|# hours} after awareness ({source}).',
  'clock.legal.latest.days': '{name}: at the latest {amount|# day|# days} after awareness ({source}).',
  'clock.legal.latest.months': '{name}: at the latest {amount|# month|# months} after awareness ({source}).',
  'clock.legal.closed': '{name}: the case is closed and still owes this ({source}).',
  'clock.legal.waits': '{name}: not due yet. It runs from the moment when "{other}" is recorded.',
  'clock.legal.unaware': '{name}: not due yet. It runs from the time of awareness, which is not recorded.',
  'legal-id-twice': 'Two rows of the legal table have the same id, {id}. Nothing was saved. Give one of them another.',
  'legal-after-unknown':
    '{name} is to run after a row that is not in the table. Nothing was saved. Choose another one, or let it run from awareness.',
  'legal-after-loop': '{name} waits for itself. Nothing was saved. Let it run from awareness or from an earlier duty.',
  'legal-step-always':
    '{name} has no time of its own, so it cannot run in every case. Nothing was saved. Give it a time, or choose it case by case.',
  'turn-backwards': 'The turn of {code} from {from} ends before it begins. Nothing was saved. Correct its times.',
  'turn-too-long':
    'The turn of {code} from {from} is longer than 31 days. Nothing was saved. Split it or correct its times.',
  'clockchange.response': 'First response: {from} → {to} working days',
  'clockchange.silence': 'Silence: {from} → {to} working days',
  'clockchange.resolution': 'Resolution {band}: {from} → {to} working days',
  'clockchange.pauses': 'Reasons for a pause',
  'clockchange.legal.added': 'Legal duty added: {name}',
  'clockchange.legal.changed': 'Legal duty changed: {name}',
  'clockchange.legal.dropped': 'Legal duty taken out: {name}',
  'clockchange.retention': 'Kept, {name}: {from} → {to} months',
  'clockchange.retention.dropped': 'Kept, {name}: as the rest',
} as const
