/** `npm run demo`: a throwaway trial vault with made-up material on the desk; with `--headless` it walks a whole case by itself. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missing } from '../../electron/choose-host.ts'
import { launchDesk } from '../e2e/launch-desk.ts'
import { signetPartner } from '../e2e/partners.ts'
import unpackBrowser from '../e2e/unpack-browser.ts'
import { lockAndUnlock, walkCase } from '../e2e/walk.ts'
import { tourCards } from './cards-tour.ts'
import { demoPassphrase, seedDemo } from './seed.ts'

const project = join(import.meta.dirname, '..', '..')
const material = (name: string): string => join(project, 'test', 'material', 'demo', name)

async function onTheDesk(): Promise<number> {
  const lack = missing(process.env, process.platform, process.getuid?.() === 0)
  if (lack !== null) {
    console.error(lack)
    return 1
  }
  const userData = mkdtempSync(join(tmpdir(), 'signet-demo-'))
  try {
    console.log('Making a trial vault with made-up cases ...')
    await seedDemo(join(userData, 'vault'))
    const vault = { dir: join(userData, 'vault'), trial: true }
    writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ vault }))
    console.log(`Passphrase of the demo: ${demoPassphrase}`)
    const start = join(project, 'electron', 'start.mjs')
    return spawnSync(process.execPath, [start, `--user-data-dir=${userData}`], { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function byItself(): Promise<number> {
  const out = join(project, 'demo-out')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const built = spawnSync(process.execPath, [join(project, 'electron', 'build.ts')], { stdio: 'inherit' })
  if (built.status !== 0) return 1
  await unpackBrowser()
  const desk = await launchDesk()
  const partner = await signetPartner()
  let step = 0
  const shot = async (name: string): Promise<void> => {
    step += 1
    await desk.page().screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) })
  }
  try {
    await desk.page().setViewportSize({ width: 1440, height: 900 })
    const files = { answer: join(out, 'answer.eml'), report: join(out, 'report.html') }
    const partnerCards = ['p3-cert.txt', 'oneseq-cert.txt', 'mycd-cert.txt', 'orchard-cert.txt'].map(material)
    const walk = { desk, partner, ownCard: material('harrow-cert.txt'), partnerCards, out: files, shot }
    const { number, teamKey } = await walkCase(walk)
    await lockAndUnlock(desk, shot)
    await tourCards(desk, shot)
    const { good } = await partner.read(files.answer, teamKey)
    console.log(`Case ${number} is closed; the partner read the answer, signature ${good ? 'good' : 'NOT good'}.`)
    console.log(
      `${step} pictures, report.html (${readFileSync(files.report).length} bytes) and answer.eml are in demo-out/`,
    )
    return good ? 0 : 1
  } finally {
    await desk.close()
    partner.end()
  }
}

process.exitCode = await (process.argv.includes('--headless') ? byItself() : onTheDesk())
