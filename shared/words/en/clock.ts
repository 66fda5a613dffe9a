/** The rules behind the clocks, one sentence each. */
export const clocks = {
  'hours-not-read':
    '{text} was not read as opening hours. Nothing was saved. Write them like "Mo-Fr 09:00-19:00; PH off" or "24/7".',
  'clock.response':
    'First response within one working day: the same time on the next working day, inside {hours} ({zone}).',
  'clock.response.no-holidays':
    'First response within one working day: the same time on the next working day, inside {hours} ({zone}). Holidays are not known, so none is counted.',
  'clock.response.no-hours':
    "First response within one day: the team's hours are not known, so 24 hours a day count ({zone}). Set the hours on the team's own card.",
  'clock.wake': 'Look at it again',
  'clock.wake.for': 'Look at it again; waiting for {waitingFor}',
  'clock.task': 'Task: {text}',
} as const
