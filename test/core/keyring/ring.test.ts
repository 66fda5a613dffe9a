/** A long ring goes in as work that shows how far it is and can be stopped, without holding up the desk. */
import { beforeAll, expect, it } from 'vitest'
import { person } from '../../material/pgp-people.ts'
import { copiedDesk, reopenedDesk, textFile } from '../desk-fixture.ts'

const many = 300
let ring = ''

beforeAll(async () => {
  const people = await Promise.all(Array.from({ length: many }, (_, at) => person(`P${at}`)))
  ring = people.map(({ armoredPublic }) => armoredPublic).join('\n')
})

/** Milliseconds of this thread's own work in the longest turn of its loop: another program's share of the machine is no stall of ours. */
function longestTurn(): { readonly end: () => number } {
  const used = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let [last, longest, isOver] = [used(), 0, false]
  const turn = (): void => {
    const now = used()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end: () => {
      isOver = true
      return longest
    },
  }
}

it('of hundreds of keys, one of them broken, is taken whole, and no turn of the loop is long', async () => {
  const desk = await copiedDesk()
  const broken =
    '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ\n-----END PGP PUBLIC KEY BLOCK-----\n'
  // What the modules cost when they are loaded is no part of it.
  await desk.call('key.preview', { file: textFile('one.asc', ring.slice(0, ring.indexOf('-----END') + 60)) })
  const watch = longestTurn()
  const { keys } = await desk.call('key.import', { file: textFile('ring.asc', `${broken}\n${ring}`) })
  expect(watch.end()).toBeLessThan(50)
  expect(keys.filter(({ outcome }) => outcome === 'added')).toHaveLength(many)
  expect(keys.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
  expect(await desk.call('job.list', {})).toMatchObject([{ state: 'done', done: many + 1, added: many, refused: [{}] }])
  const again = await reopenedDesk(desk)
  expect((await again.call('key.list', {})).filter(({ role }) => role === 'other')).toHaveLength(many)
})

it('that is stopped keeps what it has', async () => {
  const desk = await copiedDesk()
  const stop = desk.core.feeds((feed) => {
    const job = desk.core.session()?.jobs.list()[0]
    if (feed === 'job.changed' && job !== undefined && job.done > 0 && job.state === 'running')
      void desk.call('job.cancel', { id: job.id })
  })
  const { keys } = await desk.call('key.import', { file: textFile('ring.asc', ring) })
  stop()
  expect(await desk.call('job.list', {})).toMatchObject([{ state: 'cancelled', total: many, added: keys.length }])
  const kept = (await desk.call('key.list', {})).filter(({ role }) => role === 'other')
  expect(kept).toHaveLength(keys.length)
  expect(keys.length).toBeLessThan(many)
})
