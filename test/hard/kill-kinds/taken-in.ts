/** What is sealed beside the database: mails that come in with their attachments, evidence of up to some megabytes. */
import { acked, type After, type KillKind } from '../kill-kind.ts'
import { madeMail, sha256Of } from '../made-mail.ts'
import { passphrase, type PlainDesk } from '../plain-desk.ts'

export const intake: KillKind = {
  name: 'intake',
  span: 2_000,
  calls: 200,
  killsEach: 8,
  work: async ({ desk, chance, round, say }) => {
    await desk.call('vault.unlock', { passphrase })
    say('ready')
    for (let n = 0; ; n++) {
      const bytes = madeMail(chance, `${round}/${n}`)
      const { exchange } = await desk.call('intake.open', { file: { name: 'report.eml', bytes } })
      say('done', 'mail', `${exchange.id} ${sha256Of(bytes)} ${round}/${n}`)
    }
  },
  verify: async (desk, { said }) => ({ lost: await lostMails(desk, acked(said, 'mail')), bad: [] }),
}

async function lostMails(desk: PlainDesk, mails: readonly string[]): Promise<readonly string[]> {
  const tray = new Set((await desk.call('intake.list', {})).map(({ id }) => id))
  const lost: string[] = []
  for (const mail of mails) {
    const [id = '', sha256 = '', mark = ''] = mail.split(' ')
    const { exchange } = await desk.call('intake.show', { exchange: id })
    const text = exchange.message?.text ?? ''
    if (!tray.has(id) || exchange.sha256 !== sha256 || !text.includes(`Report ${mark}:`)) lost.push(`mail ${mail}`)
    if ((exchange.message?.attachments.length ?? 0) === 0) lost.push(`attachments of mail ${mail}`)
  }
  return lost
}

export const evidence: KillKind = {
  name: 'blob write',
  span: 1_200,
  calls: 200,
  killsEach: 8,
  work: async ({ desk, chance, round, say }) => {
    await desk.call('vault.unlock', { passphrase })
    const number = await firstCase(desk)
    say('ready')
    for (let n = 0; ; n++) {
      const bytes = Buffer.alloc(1 + chance.below(chance.pick([1_000, 300_000, 3_500_000])), `${round}/${n} `)
      const file = { name: `disk-${round}-${n}.img`, bytes }
      await desk.call('case.evidence', { number, file, source: 'the server room' })
      say('done', 'evidence', sha256Of(bytes))
    }
  },
  /** The full check, which every round ends with, opens each blob to its end. */
  verify: async (desk, { said }) => ({ lost: await lostEvidence(desk, said), bad: [] }),
}

export const firstCase = async (desk: PlainDesk): Promise<string> => {
  const { cases } = await desk.call('case.list', { count: 500 })
  const first = cases.toSorted((a, b) => (a.number < b.number ? -1 : 1))[0]
  if (first === undefined) throw new Error('a vault without a case')
  return first.number
}

async function lostEvidence(desk: PlainDesk, said: After['said']): Promise<readonly string[]> {
  const { state } = await desk.call('case.show', { number: await firstCase(desk) })
  const there = new Set(state.evidence.map(({ sha256 }) => sha256))
  return acked(said, 'evidence').flatMap((sha256) => (there.has(sha256) ? [] : [`evidence ${sha256.slice(0, 12)}`]))
}
