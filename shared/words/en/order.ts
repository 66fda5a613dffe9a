/** The ladder's rungs in our own words, and the sentences that say why a case stands where it stands. */
const rungs = {
  1: 'danger to the lives or safety of people',
  2: 'a system-level attack on a management system or the backbone',
  3: 'a system-level attack on a large public service machine',
  4: 'compromise of restricted accounts or software',
  5: 'denial of service on what rungs 2 to 4 protect',
  6: 'one of the above against others, coming from our own organisation',
  7: 'a large-scale attack: sniffing, deception, password cracking',
  8: 'threats, harassment or other offences against individual accounts',
  9: 'compromise of individual accounts on shared systems',
  10: 'compromise of desktop systems',
  11: 'forgery, misrepresentation or another breach of local rules',
  12: 'denial of service on individual accounts',
} as const

const places = {
  1: `Rung 1, ${rungs[1]}`,
  2: `Rung 2, ${rungs[2]}`,
  3: `Rung 3, ${rungs[3]}`,
  4: `Rung 4, ${rungs[4]}`,
  5: `Rung 5, ${rungs[5]}`,
  6: `Rung 6, ${rungs[6]}`,
  7: `Rung 7, ${rungs[7]}`,
  8: `Rung 8, ${rungs[8]}`,
  9: `Rung 9, ${rungs[9]}`,
  10: `Rung 10, ${rungs[10]}`,
  11: `Rung 11, ${rungs[11]}`,
  12: `Rung 12, ${rungs[12]}`,
  p1: 'No rung, severity critical: after the rungs of P1',
  p2: 'No rung, severity high: after the rungs of P2',
  p3: 'No rung, severity medium: after the rungs of P3',
  p4: 'No rung, severity low: after the rungs of P4',
  unplaced: 'Not classified yet: after the rungs of P3',
} as const

const urgencies = { plain: '', urgent: '; marked urgent, so first among those that still have time' } as const

const dues = {
  none: '.',
  'first-response.running': '; {left} left to the first response.',
  'first-response.overdue': '; the first response is overdue by {left}.',
  'wake.running': '; sleeps for another {left}.',
  'wake.overdue': '; should have been looked at {left} ago.',
  'task.running': '; {left} left to its next task.',
  'task.overdue': '; a task is overdue by {left}.',
} as const

type Names = keyof typeof places
type Reasons = Readonly<Record<`order.${Names}.${keyof typeof urgencies}.${keyof typeof dues}`, string>>

/** A sentence for every place, urgency and clock: each is whole in its language, none is glued together on the screen. */
function reasons(): Reasons {
  const sentences: Record<string, string> = {}
  for (const [place, stands] of Object.entries(places)) {
    for (const [urgency, said] of Object.entries(urgencies)) {
      for (const [due, left] of Object.entries(dues))
        sentences[`order.${place}.${urgency}.${due}`] = `${stands}${said}${left}`
    }
  }
  return sentences as Reasons
}

export const order = {
  'rung.1': rungs[1],
  'rung.2': rungs[2],
  'rung.3': rungs[3],
  'rung.4': rungs[4],
  'rung.5': rungs[5],
  'rung.6': rungs[6],
  'rung.7': rungs[7],
  'rung.8': rungs[8],
  'rung.9': rungs[9],
  'rung.10': rungs[10],
  'rung.11': rungs[11],
  'rung.12': rungs[12],
  'rung.5.note':
    'The ladder says "any of the above three items" here, after four items. Signet takes it as rungs 2 to 4, the attacks on systems.',
  'rung.6.note':
    'The ladder names another organisation here, left over from a template. Signet reads it as our own organisation.',
  ...reasons(),
} as const
