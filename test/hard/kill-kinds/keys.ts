/** What opens a vault, changed under the hand: at every moment exactly one passphrase, and one sheet, opens it. */
import { acked, lastOf, nothingWrong, type After, type KillKind, type Opened } from '../kill-kind.ts'
import { isUnbuilt, passphrase, plainDesk } from '../plain-desk.ts'

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
    const last = acked(said, 'passphrase').at(-1) ?? known['first'] ?? passphrase
    const tried = lastOf(said, 'try', 'passphrase') ?? last
    const opening = [...new Set([last, tried])]
    const opened = await openers(dir, opening)
    if (tried === last && opened.length === 0) return none(['the acknowledged passphrase does not open'])
    if (opened.length !== 1) return none([`${opened.length} of ${opening.length} passphrases open`])
    known['passphrase'] = opened[0] ?? ''
    return openWith(dir, known['passphrase'])
  },
  verify: async () => nothingWrong,
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

export const recovery: KillKind = {
  name: 'recovery key',
  span: 600,
  calls: 40,
  killsEach: 6,
  missing: async (desk) => (isUnbuilt(await desk.reply('vault.recovery', { passphrase })) ? 'not built yet' : null),
  work: async ({ desk, say }) => {
    await desk.call('vault.unlock', { passphrase })
    say('ready')
    for (;;) {
      say('try', 'sheet')
      const { recoveryKey } = await desk.call('vault.recovery', { passphrase })
      say('done', 'sheet', recoveryKey)
    }
  },
  /** The passphrase opens whatever happened; of the sheets, the last one that was given out, unless the next was on its way. */
  verify: async (desk, { dir, known, said }: After) => {
    desk.close()
    const sheet = acked(said, 'sheet').at(-1) ?? known['recoveryKey'] ?? ''
    const again = plainDesk(dir)
    const opened = await again.reply('vault.recover', { recoveryKey: sheet, passphrase })
    again.close()
    const isOnItsWay = said.filter(({ said: word }) => word === 'try').length > acked(said, 'sheet').length
    if (opened.ok) return nothingWrong
    return isOnItsWay
      ? { lost: [], bad: ['killed while a sheet was made: the sheet before opens no more, and nobody has the new one'] }
      : { lost: [`the acknowledged sheet does not open: ${opened.problem.code}`], bad: [] }
  },
}
