/** Puts the fake door on the window before the application starts; the scene comes from the address (`?phase=locked&theme=light`). */
import { createFakeDesk } from '../fake/fake-client.ts'

const wish = new URLSearchParams(window.location.search)
const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
  values.find((value) => value === wish.get(name)) ?? otherwise

const fake = createFakeDesk({
  phase: one('phase', ['none', 'locked', 'open'], 'open'),
  theme: one('theme', ['dark', 'light', 'system'], 'dark'),
  trial: wish.get('trial') !== 'no',
  cases: Number(wish.get('cases') ?? '412'),
  delay: Number(wish.get('delay') ?? '0'),
  store: one('store', ['whole', 'damaged', 'new', 'due'], 'whole'),
})

/** Counted by the tests: must stay 0. */
const violations: string[] = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
  violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`)
})

Object.assign(window, { signet: fake.door, violations })
