import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { hintOf, sentencesOf } from '../../../shared/domain/order/hint.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { PolicyRung } from '../../../shared/domain/order/policy.ts'
import { proposeRung } from '../../../shared/domain/report/propose-rung.ts'
import { say } from '../../../shared/words/say.ts'

const proposed = (text: string, rsit = '', policy = presets.ladder): string => {
  const { rung, because } = proposeRung({ subject: '', rsit }, text, policy)
  return `${rung} ${say('en', because)}`
}

describe('the rung that is proposed', () => {
  test('says the word it rests on, and why not its neighbour', () => {
    expect(proposed('Phishing page for our customers')).toBe(
      '7 Proposed rung 7, a large-scale attack: sniffing, deception, password cracking: the report says "phishing"; nothing in it points to another rung.',
    )
    expect(proposed('Phishing; three accounts were hijacked by it')).toContain(
      'rung 9 would fit too ("accounts … were hijacked"), but the higher one stands.',
    )
    expect(proposed('A DDoS from your network')).toMatch(
      /^6 .* not rung 5, because it also says "your network … ddos"\.$/,
    )
  })

  test('goes by the class where no word tells', () => {
    expect(proposed('See the table.', 'malicious-code/infected-system')).toMatch(
      /^10 .*the report is of the class malicious-code\/infected-system; /,
    )
    expect(proposed('See the table.', 'malicious-codex')).toBe(
      'null No rung is proposed, because nothing in the report points to one; then severity and extent decide.',
    )
  })

  test('is one of the policy in force, under its number there', () => {
    const [first, ...others] = presets.ladder.rungs as [PolicyRung, ...PolicyRung[]]
    const own = { ...presets.ladder, rungs: [...others, { ...first, id: 77, hints: ['drinking water + pump*'] }] }
    expect(proposed('Somebody switched off the pumps. The drinking water is not hit.', '', own)).toMatch(/^null/)
    expect(proposed('The pumps for drinking water stand still', '', own)).toMatch(/^77 Proposed rung 12, danger/)
  })
})

describe('hints', () => {
  const finds = (hint: string, text: string): string | null => hintOf(hint)?.find(sentencesOf(text)) ?? null
  test.each([
    ['port scan', 'A Port-Scan came', 'port-scan'],
    ['port scan', 'reports can', null],
    ['phish*', 'phishers at work', 'phishers'],
    ['phish', 'phishers at work', null],
    ['worm', 'a bookworm, a wormhole', null],
    ['backbone|core router + root', 'Root on the core router', 'core router … root'],
    ['backbone + root', 'The backbone is up. Root is fine.', null],
    ['c++', 'written in c++', 'c++'],
    ['a.b', 'axb', null],
    ['contraseña', 'la contraseña robada', 'contraseña'],
    ['+', 'a + b', null],
  ])('"%s" in "%s"', (hint, text, found) => expect(finds(hint, text)).toBe(found))

  test('any text is a hint, and is looked for in any text without throwing', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (hint, text) => void finds(hint, text)))
  })

  test('a hostile hint on a hostile report takes no time', () => {
    const hint = Array.from({ length: 20 }, () => 'a*').join(' ')
    const start = performance.now()
    finds(hint, 'a '.repeat(10_000))
    finds(hint, 'a'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
