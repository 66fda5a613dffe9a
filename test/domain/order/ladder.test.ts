import { expect, test } from 'vitest'
import { ladderRungs } from '../../../shared/domain/order/ladder-rungs.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { keyOf, policyOrder } from '../../../shared/domain/order/queue-order.ts'
import { rankingOf, standingOf } from '../../../shared/domain/order/ranking.ts'
import { proposeRung } from '../../../shared/domain/report/propose-rung.ts'
import { say } from '../../../shared/words/say.ts'
import { facts, justNow, later, now } from './order-facts.ts'

/** Two cases of each rung, and how the second one is to stand behind the first. */
const examples = [
  [1, 'The pump is a danger to life of patients', 'A bomb threat came with the extortion'],
  [
    2,
    'The domain controllers were taken over',
    'Intruders have root on the backbone routers: the backbone was attacked',
  ],
  [3, 'We found a rootkit on the mail machine', 'A web shell on the public portal'],
  [4, 'Ransomware on the file share', 'An administrator account of the payroll was used'],
  [5, 'We suffer a denial of service since noon', 'A DDoS against the portal'],
  [6, 'A DDoS from your network attacks our site', 'Your server floods us'],
  [7, 'Phishing page for our customers', 'Brute force on SSH'],
  [8, 'Stalking by mail', 'Blackmail of an employee'],
  [9, 'His account was hijacked', 'Leaked credentials of three students'],
  [10, 'A trojan on one laptop', 'Infected desktop in the library'],
  [11, 'Spam from this host', 'Somebody impersonates our director'],
  [12, 'Somebody is mailbombing him', 'Mailbox flooding of one user'],
] as const

const ladder = rankingOf(presets.ladder)

/** From the words of the report to the place in the queue, the last case first, so that nothing stands where it came in. */
const queue = examples
  .flatMap(([rung, first, second]) =>
    [second, first].map((title, at) => {
      const proposed = proposeRung({ subject: title, rsit: '' }, '').rung
      const due = at === 1 ? later : null
      return {
        rung,
        title,
        one: facts({ number: `${rung}-${2 - at}`, rung: proposed, openedAt: justNow, due, dueKind: 'first-response' }),
      }
    }),
  )
  .toReversed()
  .map((example) => ({ ...example, line: keyOf(ladder, example.one, standingOf(ladder, example.one, now), now) }))
  .toSorted((a, b) => policyOrder(ladder)(a.line, b.line))

test('the twelve rungs, two cases each, come out in order', () => {
  expect(queue.map(({ line }) => line.number)).toEqual(examples.flatMap(([rung]) => [`${rung}-1`, `${rung}-2`]))
})

test('each of them says why in one sentence', () => {
  expect(queue.map(({ one }) => say('en', orderReason(one, now, ladder)))).toEqual(
    ladderRungs.flatMap(({ rung, name }) => {
      const named = `Rung ${rung}, ${say('en', { code: name, params: {} })}`
      return [`${named}; 3 h left to the first response.`, `${named}.`]
    }),
  )
})

test('the bands of the rungs are those of product.md', () => {
  expect(
    queue
      .filter((_, at) => at % 2 === 0)
      .map(({ one }) => standingOf(ladder, one, now).band)
      .join(' '),
  ).toBe('P1 P1 P2 P2 P2 P2 P3 P3 P3 P4 P4 P4')
})

test('the two traps of the source stand at their rungs as notes: "three" after four (Z-13), another organisation (Z-12)', () => {
  const notes = presets.ladder.rungs.flatMap(({ id, note }) => (note === null ? [] : [{ id, note }]))
  expect(notes.map(({ id }) => id)).toEqual([5, 6])
  expect(notes[0]?.note).toContain('three items')
  expect(notes[1]?.note).toContain('our own organisation')
})
