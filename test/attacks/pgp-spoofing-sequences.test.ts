/** CVE-2025-47934: whatever packets are strung together, a message that counts as signed shows exactly the data that was signed. */
import { createMessage, enums, generateKey, LiteralDataPacket, PacketList, sign } from 'openpgp'
import { expect, it } from 'vitest'
import { bytesOf, NOW, openHere, type Person } from '../material/pgp-people.ts'

const LONGEST = 4

it(`holds for all sequences of up to ${LONGEST} of one-pass signature, signed literal, signature, other literal and compressed literal`, async () => {
  const date = new Date('2026-10-01T00:00:00Z')
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: 'A', email: 'a@example.org' }],
    date,
    format: 'object',
  })
  const signed = await sign({
    message: await createMessage({ binary: bytesOf('GOOD') }),
    signingKeys: privateKey,
    date,
    format: 'object',
  })
  const literal = new LiteralDataPacket()
  await literal.read(Uint8Array.of(0x62, 0, 0, 0, 0, 0, ...bytesOf('EVIL')))
  const write = (packet: object | undefined): Buffer => {
    const list = new PacketList<LiteralDataPacket>()
    // Any packet will do for writing.
    list.push(packet as LiteralDataPacket)
    return Buffer.from(list.write())
  }
  const evil = write(literal)
  const { onePassSignature, literalData, signature } = enums.packet
  const alphabet = [
    write(signed.packets.findPacket(onePassSignature)),
    write(signed.packets.findPacket(literalData)),
    write(signed.packets.findPacket(signature)),
    evil,
    Buffer.concat([Buffer.from([0xc8, evil.length + 1, 0]), evil]),
  ]
  const known: Person = { address: '', fingerprint: '', armoredSecret: '', armoredPublic: publicKey.armor() }
  let sequences: readonly Buffer[] = alphabet
  const shown = new Map<string, number>()
  for (let length = 1; length <= LONGEST; length += 1) {
    for (const bytes of sequences) {
      const result = await openHere(new Uint8Array(bytes), { known: [known], now: NOW })
      if (!result.ok || result.value.protection.signature === 'none') continue
      const { text, protection } = result.value
      const key = `${protection.signature}: ${text}`
      shown.set(key, (shown.get(key) ?? 0) + 1)
    }
    sequences = sequences.flatMap((start) => alphabet.map((next) => Buffer.concat([start, next])))
  }
  expect(shown.get('good: GOOD')).toBeGreaterThan(0)
  expect([...shown.keys()].filter((key) => !/^(?:good: GOOD|bad: )/.test(key))).toEqual([])
}, 120_000)
