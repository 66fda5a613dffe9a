/** What is put into the inbox of a locked vault. */
import { acked, type KillKind } from '../kill-kind.ts'
import { dropInto, takeDrops } from '../../../electron/core/vault/drop.ts'
import { uuidV7 } from '../../../electron/core/real-ports.ts'
import { profileOf } from '../../../electron/core/session.ts'
import type { PlainDesk } from '../plain-desk.ts'

export const drop: KillKind = {
  name: 'drop',
  span: 200,
  calls: 120,
  killsEach: 6,
  work: async ({ dir, chance, round, say }) => {
    say('ready')
    for (let n = 0; ; n++) {
      const name = `drop-${round}-${n}.eml`
      const bytes = chance.bytes(1 + chance.below(chance.pick([1_000, 40_000])))
      const done = dropInto(dir, { bytes, name, id: uuidV7(Date.now(), (length) => chance.bytes(length)) })
      if (!done.ok) throw new Error(done.problem.code)
      say('done', 'drop', name)
    }
  },
  verify: async (desk, { said }) => {
    const { names, damaged } = waitingDrops(desk)
    const tray = (await desk.call('intake.list', {})).map(({ subject }) => subject)
    const there = new Set([...names, ...tray])
    const lost = acked(said, 'drop').flatMap((name) => (there.has(name) ? [] : [`drop ${name}`]))
    return { lost, bad: damaged.map((code) => `a drop says ${code}`) }
  },
}

export function waitingDrops(desk: PlainDesk): {
  readonly names: readonly string[]
  readonly damaged: readonly string[]
} {
  const session = desk.core.session()
  if (session === null) throw new Error('the desk is locked')
  const drops = [...takeDrops(desk.dir, profileOf(session).dropSecret)]
  return {
    names: drops.flatMap((taken) => (taken.ok ? [taken.value.name] : [])),
    damaged: drops.flatMap((taken) => (taken.ok ? [] : [taken.problem.code])),
  }
}
