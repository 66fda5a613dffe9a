/** card lookup: one result a value, in the order given, and a table by whom to contact. */
import { describe, expect, it } from 'vitest'
import { lookup } from '../../../electron/cli/commands/card-lookup.ts'
import type { Answer, Call } from '../../../electron/cli/command.ts'
import { lookUp } from '../../../shared/domain/directory/look-up.ts'
import { buildIndex } from '../../../shared/domain/directory/network-index.ts'

const index = buildIndex([
  { id: 'c1', name: 'Harrow CERT', networks: { cidrs: ['192.0.2.0/24'], domains: ['harrow.example'], asns: [64500] } },
  { id: 'c2', name: 'Harrow Bank', networks: { cidrs: ['192.0.2.32/27'], domains: [], asns: [] } },
])

/** What the command uses of a call, over the domain's own look-up in place of a vault. */
function run(words: readonly string[], stdin = ''): Promise<Answer> {
  const ask = async (_name: string, { text }: { readonly text: string }) => {
    const answer = lookUp(text, index, () => 0)
    if (!answer.ok) throw new Error(answer.problem.code)
    return answer.value
  }
  const call = {
    args: { words },
    language: 'en',
    io: { stdin: async () => new TextEncoder().encode(stdin) },
    vault: async () => ({ ask }),
  }
  return lookup(call as object as Call)
}

const resultsOf = ({ json }: Answer): readonly Record<string, unknown>[] =>
  (json as { readonly results: readonly Record<string, unknown>[] }).results

describe('card lookup', () => {
  it('answers each value in the order given, the unreadable among them with the reason', async () => {
    const answer = await run(['AS64500', '300.1.1.1', '192[.]0[.]2[.]41', 'mail.harrow.example', '203.0.113.9'])
    expect(answer.json).toMatchObject({
      schema: 'signet.lookup/1',
      results: [
        { value: 'AS64500', match: 'asn', network: 'AS64500', card: { id: 'c1', name: 'Harrow CERT' }, problem: null },
        {
          value: '300.1.1.1',
          match: 'none',
          network: null,
          card: null,
          problem: { code: 'lookup-not-an-address', text: '300.1.1.1 is not an address' },
        },
        {
          value: '192[.]0[.]2[.]41',
          match: 'cidr',
          network: '192.0.2.32/27',
          card: { id: 'c2' },
          others: [{ card: { id: 'c1' }, network: '192.0.2.0/24' }],
        },
        { value: 'mail.harrow.example', match: 'domain', network: 'harrow.example', card: { id: 'c1' } },
        { value: '203.0.113.9', match: 'none', network: null, card: null, problem: null },
      ],
    })
  })

  it('reads standard input, several on a line too, and keeps their order', async () => {
    const answer = await run(['-'], '192.0.2.1 300.1.1.1 192.0.2.2\n192.0.2.1\n')
    expect(resultsOf(answer).map(({ line, value }) => [line, value])).toEqual([
      [1, '192.0.2.1'],
      [1, '300.1.1.1'],
      [1, '192.0.2.2'],
      [2, '192.0.2.1'],
    ])
  })

  it('shows a person whom to contact, why, and what was set aside', async () => {
    const { text } = await run(['192.0.2.41', '203.0.113.9', '192.0.2.41', '192.0.0.0/16', '300.1.1.1'])
    expect(text).toBe(
      [
        '2 with no one on file; 1 belongs to one contact; 1 repeated, 1 set aside: 5 in all',
        '',
        'Harrow Bank (1)',
        ' 192.0.2.41  192.0.2.32/27  before Harrow CERT, 192.0.2.0/24; reserved for documentation; 2 times',
        '',
        'No one on file (2)',
        ' 203.0.113.9   -  reserved for documentation',
        ' 192.0.0.0/16  -  2 inside it: Harrow CERT, Harrow Bank',
        '',
        'line 5: 300.1.1.1 is not an address',
      ].join('\n'),
    )
  })
})
