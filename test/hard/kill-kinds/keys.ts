/** What opens a vault, changed under the hand: at every moment exactly one passphrase, and one sheet, opens it. */
import { acked, lastOf, nothingWrong, type After, type KillKind, type Opened, type Said } from '../kill-kind.ts'
import { passphrase, plainDesk } from '../plain-desk.ts'

export const rewrap: KillKind = {
  name: 'rewrap',
  span: 800,
  calls: 60,
  killsEach: 10,
  work: async ({ desk, known, round, say }) => {
    let current = known['passphrase'] ?? passphrase
    await desk.call('vault.unlock', { passphrase: current })
    say('ready')
    for (let n = 0; ; n++) {
      const next = `a passphrase of ${round}/${n}`
      say('try', 'passphrase', next)
      await desk.call('vault.passphrase', { current, next })
      say('done', 'passphrase', next)
      current = next
    }
  },
  open: async ({ dir, known, said }) => {
    const fresh = saidSince(said, known)
    const last = acked(fresh, 'passphrase').at(-1) ?? known['passphrase'] ?? passphrase
    const tried = lastOf(fresh, 'try', 'passphrase') ?? last
    const opening = [...new Set([last, tried])]
    const opened = await openers(dir, opening)
    if (tried === last && opened.length === 0) return none(['the acknowledged passphrase does not open'])
    if (opened.length !== 1) return none([`${opened.length} of ${opening.length} passphrases open`])
    known['passphrase'] = opened[0] ?? ''
    return openWith(dir, known['passphrase'])
  },
  verify: async () => nothingWrong,
}

/** Since the last kill: what stood then is known. */
function saidSince(said: readonly Said[], known: Record<string, string>): readonly Said[] {
  const seen = Number(known['seen'] ?? 0)
  known['seen'] = String(said.length)
  return said.slice(seen)
}

const none = (bad: readonly string[]): Opened => ({ desk: null, ms: Number.NaN, lost: [], bad })

/** The last try leaves no count of failed ones behind, wherever one opens. */
async function openers(dir: string, passphrases: readonly string[]): Promise<readonly string[]> {
  const opened: string[] = []
  for (const typed of passphrases) {
    const desk = plainDesk(dir)
    if ((await desk.reply('vault.unlock', { passphrase: typed })).ok) opened.push(typed)
    desk.close()
  }
  return opened
}

async function openWith(dir: string, typed: string): Promise<Opened> {
  const desk = plainDesk(dir)
  const began = performance.now()
  await desk.call('vault.unlock', { passphrase: typed })
  return { desk, ms: performance.now() - began, ...nothingWrong }
}

const groupsOf = (sheet: string) => [1, 4, 7].map((place) => ({ place, text: sheet.split('-')[place - 1] ?? '' }))

export const recovery: KillKind = {
  name: 'recovery key',
  span: 600,
  calls: 60,
  killsEach: 6,
  work: async ({ desk, say }) => {
    await desk.call('vault.unlock', { passphrase })
    say('ready')
    for (;;) {
      const { recoveryKey } = await desk.call('vault.recovery', { passphrase })
      say('try', 'proof', recoveryKey)
      await desk.call('vault.prove', { groups: groupsOf(recoveryKey) })
      say('done', 'proof', recoveryKey)
    }
  },
  /** The sheet that was proved last opens, until the proof of the next has come through: at every moment a person holds one that does. */
  verify: async (desk, { dir, known, said }: After) => {
    desk.close()
    const fresh = saidSince(said, known)
    const last = acked(fresh, 'proof').at(-1) ?? known['sheet'] ?? known['recoveryKey'] ?? ''
    const tried = lastOf(fresh, 'try', 'proof') ?? last
    const opening = await recovering(dir, [...new Set([last, tried])])
    known['sheet'] = opening.includes(last) ? last : tried
    return opening.length > 0 ? nothingWrong : { lost: ['neither the proved sheet nor the next opens'], bad: [] }
  },
}

async function recovering(dir: string, sheets: readonly string[]): Promise<readonly string[]> {
  const opened: string[] = []
  for (const recoveryKey of sheets) {
    const desk = plainDesk(dir)
    if ((await desk.reply('vault.recover', { recoveryKey, passphrase })).ok) opened.push(recoveryKey)
    desk.close()
  }
  return opened
}
