/** The vault that every run begins with a copy of: a desk as it stands after some weeks of work. */
import { analyst, passphrase, plainDesk, type PlainDesk } from './plain-desk.ts'

export interface Template {
  readonly dir: string
  readonly known: Readonly<Record<string, string>>
}

const cases = 24
const notesEach = 6

export async function makeTemplate(dir: string): Promise<Template> {
  const desk = plainDesk(dir)
  const { recoveryKey } = await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  await desk.call('card.own', {
    name: 'Harrow-CERT',
    address: 'cert@harrow.example',
    phone: '+34 910 000 001',
    zone: 'Europe/Madrid',
    hours: 'Mo-Fr 09:00-17:00',
  })
  for (let n = 0; n < cases; n++) await writeCase(desk, n)
  desk.close()
  return { dir, known: { passphrase, recoveryKey } }
}

async function writeCase(desk: PlainDesk, n: number): Promise<void> {
  let view = await desk.call('case.create', { title: `Phishing page ${n} at 192.0.2.${n}` })
  const { number } = view.state
  for (let note = 0; note < notesEach; note++) {
    const text = `template ${n}/${note} ${'what was seen there, word for word. '.repeat(1 + ((n * 7 + note * 3) % 20))}`
    const command = { do: 'note', text } as const
    view = await desk.call('case.change', { number, heads: [...view.heads], command })
  }
  if (n % 6 !== 0) return
  // One of three chunks.
  const bytes = Buffer.alloc(n === 18 ? 2_300_000 : 60_000 * (1 + n), `evidence ${n} `)
  await desk.call('case.evidence', { number, file: { name: `disk-${n}.img`, bytes }, source: 'the server room' })
}
