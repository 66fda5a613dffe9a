/** A list of 5,000 teams goes into the directory while the desk goes on; it can be stopped, and taken again it changes nothing. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bytesOf, firstList, madeTeams, trustedIntroducerList } from '../../material/directories/made-directories.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

const listFile = (value: unknown): { name: string; bytes: Uint8Array } => ({
  name: 'teams.json',
  bytes: bytesOf(value),
})

async function settled(desk: TestDesk): Promise<void> {
  await desk.core.session()?.jobs.settled()
}

describe('a list of teams', () => {
  it('is shown before anything is imported, and then is in the directory, also after a lock', async () => {
    const desk = await copiedDesk()
    const preview = await desk.call('directory.preview', { file: listFile(trustedIntroducerList(madeTeams(40))) })
    expect(preview).toMatchObject({ kind: 'trusted-introducer', entries: 40, fresh: 40, known: 0 })
    expect((await desk.call('card.window', {})).total).toBe(1)
    await desk.call('directory.import', { token: preview.token })
    await settled(desk)
    expect((await desk.call('job.list', {}))[0]).toMatchObject({ state: 'done', done: 40, added: 40, updated: 0 })
    const again = await reopenedDesk(desk)
    expect((await again.call('card.window', {})).total).toBe(41)
  })

  it('taken a second time changes nothing', async () => {
    const desk = await copiedDesk()
    const file = listFile(firstList(madeTeams(30)))
    for (const added of [30, 0]) {
      const { token } = await desk.call('directory.preview', { file })
      await desk.call('directory.import', { token })
      await settled(desk)
      expect((await desk.call('job.list', {}))[0]).toMatchObject({ added, unchanged: 30 - added })
    }
    expect((await desk.call('card.window', {})).total).toBe(31)
  })

  it('never speaks over what people of ours wrote', async () => {
    const desk = await copiedDesk()
    const teams = madeTeams(5)
    const take = async (): Promise<void> => {
      const { token } = await desk.call('directory.preview', { file: listFile(trustedIntroducerList(teams)) })
      await desk.call('directory.import', { token })
      await settled(desk)
    }
    await take()
    const [row] = (await desk.call('card.window', { roles: ['csirt'] })).rows
    const card = row?.id ?? ''
    await desk.call('card.edit', {
      card,
      edits: [{ field: 'constituency', value: 'As we know it' }],
      reason: 'told so',
    })
    await take()
    const again = await reopenedDesk(desk)
    const view = await again.call('card.show', { id: card })
    expect(view.reading.constituency).toBe('As we know it')
    expect(view.provenance.find(({ field }) => field === 'constituency')?.source).toBe('hand')
  })

  it('can be stopped: what was taken in stays whole, the rest is not there', async () => {
    const desk = await copiedDesk()
    const { token } = await desk.call('directory.preview', { file: listFile(firstList(madeTeams(2_000))) })
    const { id } = await desk.call('directory.import', { token })
    while (((await desk.call('job.list', {}))[0]?.done ?? 0) < 100) await setImmediate()
    const stopped = await desk.call('job.cancel', { id })
    await settled(desk)
    const [job] = await desk.call('job.list', {})
    expect(job).toMatchObject({ state: 'cancelled', done: stopped.done })
    expect(stopped.done).toBeLessThan(2_000)
    expect((await (await reopenedDesk(desk)).call('card.window', {})).total).toBe(1 + stopped.added)
  })

  it('of 5,000 teams leaves the desk its turns', async () => {
    const desk = await copiedDesk()
    const { token } = await desk.call('directory.preview', { file: listFile(trustedIntroducerList(madeTeams(5_000))) })
    const { id } = await desk.call('directory.import', { token })
    let answers = 0
    while ((await desk.call('job.list', {})).find((job) => job.id === id)?.state === 'running') {
      // A window's question comes as a message, which is a turn of its own.
      await setImmediate()
      await desk.call('card.window', { search: 'team', count: 20 })
      answers += 1
    }
    expect((await desk.call('job.list', {}))[0]).toMatchObject({ state: 'done', done: 5_000 })
    expect(answers).toBeGreaterThan(50)
  }, 120_000)

  it('refuses an entry that would change a key, by its number, and takes the others', async () => {
    const desk = await copiedDesk()
    const teams = madeTeams(3)
    const first = await desk.call('directory.preview', { file: listFile(trustedIntroducerList(teams)) })
    await desk.call('directory.import', { token: first.token })
    await settled(desk)
    const [forged, ...others] = teams
    if (forged === undefined) throw new Error('no team')
    const list = trustedIntroducerList([{ ...forged, fingerprint: 'F'.repeat(40) }, ...others])
    const { token } = await desk.call('directory.preview', { file: listFile(list) })
    await desk.call('directory.import', { token })
    await settled(desk)
    const [job] = await desk.call('job.list', {})
    expect(job?.refused.map(({ problem }) => problem.code)).toEqual(['card-key-changed'])
    expect(job).toMatchObject({ done: 3, unchanged: 2 })
  })

  it('that is none is refused with a sentence, and a token is good once', async () => {
    const desk = await copiedDesk()
    expect(await desk.refused('directory.preview', { file: textFile('notes.txt', 'hello') })).toBe(
      'directory-not-recognised',
    )
    const { token } = await desk.call('directory.preview', { file: listFile(firstList(madeTeams(2))) })
    await desk.call('directory.import', { token })
    expect(await desk.refused('directory.import', { token })).toBe('card-preview-gone')
  })
})
