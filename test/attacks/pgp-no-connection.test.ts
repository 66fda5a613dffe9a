/** Opening a message connects to nothing, whatever it asks for: a server of our own counts, and every way out of Node is watched. */
import dns from 'node:dns'
import net from 'node:net'
import { createServer, type Server } from 'node:http'
import dgram from 'node:dgram'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  clearSigned,
  encrypted,
  mail,
  multipart,
  openHere,
  person,
  pgpMime,
  signedMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'
import { notation, secret, signedMessage, sub } from '../material/pgp-forge.ts'

let alice: Person
let bob: Person
let canary: Server
let asked = 0
let url = ''

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
  canary = createServer((_, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  const address = canary.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})

afterAll(() => canary.close())

const html = (): string =>
  `Content-Type: text/html\n\n<html><head><link rel="stylesheet" href="${url}/css"><link rel="prefetch" href="${url}/pre"><meta http-equiv="refresh" content="0;url=${url}/meta"><base href="${url}/"><style>@import "${url}/import"; body { background: url(${url}/bg) } @font-face { src: url(${url}/font) }</style></head><body background="${url}/body"><img src="${url}/img" srcset="${url}/set 1x"><video poster="${url}/poster"><source src="${url}/video"></video><object data="${url}/object"></object><embed src="${url}/embed"><iframe src="${url}/frame"></iframe><svg><image href="${url}/svg"/></svg><script src="${url}/js"></script><script>fetch("${url}/fetch")</script><form action="${url}/form"><input autofocus onfocus="fetch('${url}')"></form><a href="${url}/a" ping="${url}/ping">x</a><img src="file://127.0.0.1/share"><img src="\\\\127.0.0.1\\share"></body></html>`

it('counts nothing', async () => {
  const watched = [
    vi.spyOn(net.Socket.prototype, 'connect'),
    vi.spyOn(dns, 'lookup'),
    vi.spyOn(dns.promises, 'lookup'),
    vi.spyOn(dgram, 'createSocket'),
    vi.spyOn(globalThis, 'fetch'),
  ]
  const fields = [
    `Disposition-Notification-To: <eve@127.0.0.1>`,
    `List-Unsubscribe: <${url}/unsubscribe>`,
    `Autocrypt: addr=eve@example.org; keydata=${url}/key`,
    `OpenPGP: id=00; url=${url}/key`,
    `X-Face-URL: ${url}/face`,
  ].join('\r\n')
  const key = secret()
  // Preferred key server, policy, and a notation, all with addresses; a signer that is not here.
  const asking = signedMessage(key, 'x', {
    hashed: [
      sub(24, Buffer.from(`${url}/keyserver`)),
      sub(26, Buffer.from(`${url}/policy`)),
      notation('a@127.0.0.1', url),
    ],
  })
  const related = multipart(
    'multipart/related',
    [html(), 'Content-Type: image/svg+xml\nContent-ID: <a>\n\n<svg/>'],
    'rel',
  )
  const external = `Content-Type: message/external-body; access-type=URL; URL="${url}/external"\n\n`
  const parts = multipart(
    'multipart/mixed',
    [related, external, 'Content-Type: application/pgp-keys\n\nhttp://x'],
    'mix',
  )
  const messages = [
    mail('eve@example.org', html()),
    mail('eve@example.org', `${fields}\r\n${parts}`),
    mail('eve@example.org', pgpMime(await encrypted(html(), [bob], alice))),
    mail('alice@example.org', await signedMime(parts, alice)),
    mail('alice@example.org', textPart(await clearSigned(`see ${url}/text`, alice))),
    new Uint8Array(asking),
  ]
  for (const known of [[], [alice]]) {
    for (const message of messages) expect((await openHere(message, { own: [bob], known })).ok).toBe(true)
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(watched.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0, 0])
  watched.forEach((spy) => spy.mockRestore())
  expect(asked).toBe(0)
  // The canary sings when it is asked.
  await fetch(`${url}/alive`)
  expect(asked).toBe(1)
})
