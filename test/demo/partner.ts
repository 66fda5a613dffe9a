/** The partner of demo and specs: a fictional team with a key made on the spot, and the encrypted report that it sends. */
import { generateKey, type NewKey } from '../../electron/core/pgp/key-material.ts'
import { sealMessage } from '../../electron/core/pgp/seal-message.ts'

export interface Partner extends NewKey {
  readonly name: string
  readonly address: string
}

export async function makePartner(now: string): Promise<Partner> {
  const [name, address] = ['Orchard-CERT', 'cert@orchard.example']
  const made = await generateKey({ name, email: address, now, expiresInDays: 400 })
  if (!made.ok) throw new Error(made.problem.code)
  return { ...made.value, name, address }
}

const text = `TLP:AMBER

Hello,

working logins to one of your constituents stand in a stealer log that we were given. Two uses so far:

1) 2026-11-20 16:02:11 +0100
   203.0.113.77:51544/tcp -> 198.51.100.20:443/tcp, vpn.lakeview.example
2) 2026-11-20 16:09
   203.0.113.77 -> 198.51.100.20:443/tcp

Please reset the accounts and tell us what else that address did.

Orchard-CERT, duty
`

/** PGP/MIME, signed by the partner, encrypted to our team key. */
export async function reportMail(partner: Partner, teamKey: string, now: string): Promise<Uint8Array> {
  const sealed = await sealMessage({
    recipients: [teamKey],
    signWith: { armored: partner.armoredSecret, passphrase: null },
    form: 'eml',
    from: { name: partner.name, address: partner.address },
    to: [{ name: 'Harrow-CERT', address: 'cert@harrow.example' }],
    subject: 'URGENT: stolen VPN logins at Lakeview University',
    outerSubject: '[OC#5521] report',
    messageId: `5521.${Date.parse(now)}@orchard.example`,
    text,
    attachments: [],
    attachOwnKey: true,
    now,
    boundary: 'orchard0orchard1orchard2',
  })
  if (!sealed.ok) throw new Error(sealed.problem.code)
  return sealed.value.bytes
}
