/** Made-up keys for the renderer's tests: own ones, and partners' in every state of trust and decay. */
import type { KeyBadge, KeyView } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'

const day = 86_400_000
const from = (days: number): string => new Date(Date.now() + days * day).toISOString()

interface Sample extends Partial<KeyRow> {
  readonly fingerprint: string
  readonly userIds: readonly string[]
}

const key = (sample: Sample): KeyRow => ({
  role: 'other',
  algorithm: 'ed25519',
  created: '2024-03-18T09:00:00.000Z',
  expires: from(400),
  state: 'usable',
  canEncrypt: true,
  canSign: true,
  trust: 'undecided',
  card: null,
  usedIn: 0,
  badges: [],
  signsFor: [],
  ...sample,
})

const said = (text: string): Saying => ({ code: 'act.note.added', params: { text } })

const badge = (kind: KeyBadge['kind'], tone: KeyBadge['tone'], text: string): KeyBadge => ({
  kind,
  tone,
  said: said(text),
})

export const deskKey = '91C26A3F0D85B7E42219CC640FA1D38E57B0427A'
export const spareKey = '6B0E93D1F4A7258C0E1192BD7C6F45A83D20E9C4'
export const lookalikeKey = '1D40C2A7E6B93F58A0D17C3466F29B81539AB04E'
export const teamKey = 'F1C2A04D77B93E5810C6D29F4A8E31B7605C9D12'
export const harrowKey = '7F3A91C24D06E85BA9137C2F60E4D8B1539AB04E'
export const orchardKey = '22B07E4C19AD5F3380E6B41D9C7702FA6E83D5B9'

export const sampleKeys = (): readonly KeyRow[] => [
  key({
    fingerprint: teamKey,
    role: 'team',
    userIds: ['CSIRT-Northmoor <csirt@northmoor.example>'],
    expires: from(40),
    trust: 'verified',
    usedIn: 14,
    badges: [badge('end-soon', 'soon', 'The key ends in 40 days. Extend it, then give the new copy to your partners.')],
    signsFor: ['team', 'announcements'],
  }),
  key({
    fingerprint: deskKey,
    role: 'desk',
    userIds: ['MK, CSIRT-Northmoor desk'],
    expires: null,
    trust: 'verified',
    usedIn: 32,
    signsFor: ['personal'],
  }),
  key({
    fingerprint: spareKey,
    role: 'team',
    userIds: ['CSIRT-Northmoor 2024 <csirt@northmoor.example>'],
    algorithm: 'rsa4096',
    created: '2020-01-07T10:00:00.000Z',
    expires: from(39),
    trust: 'verified',
    badges: [
      badge('locked', 'calm', 'A passphrase of its own locks it; it is asked for when it is needed.'),
      badge('end-soon', 'soon', 'The key ends in 39 days.'),
    ],
  }),
  key({
    fingerprint: orchardKey,
    userIds: ['CERT-Orchard <cert@orchard.example>'],
    expires: from(129),
    trust: 'unverified',
    card: { id: 'card-orchard', name: 'CERT-Orchard' },
    usedIn: 2,
  }),
  key({
    fingerprint: 'D40915EE7A3C862BB1F04C9D53A8E7706F2B91C8',
    userIds: ['Northgate Grid SOC <soc@northgate.example>'],
    algorithm: 'rsa4096',
    expires: from(296),
    trust: 'unverified',
  }),
  key({
    fingerprint: '70AA3C5D9E12B684F7D013C8A25B6E4917FC80D3',
    userIds: ['Fenland Net abuse <abuse@fenland.example>'],
    algorithm: 'rsa3072',
    expires: null,
    usedIn: 1,
    badges: [
      badge('sha1-self-signature', 'soon', 'The key binds its name with SHA-1, which some programs refuse.'),
      badge('address-differs', 'soon', 'The address on the key is not the one on the card.'),
    ],
  }),
  key({
    fingerprint: '0E5B82F46C9A31D7B3E8406F1D72C5A9943EB06D',
    userIds: ['CSIRT-Greywater <csirt@greywater.example>'],
    expires: from(161),
  }),
  key({
    fingerprint: lookalikeKey,
    userIds: ['CERT-Harrow <cert@harrow.example>'],
    algorithm: 'rsa2048',
    expires: from(900),
    badges: [
      badge('id-clash', 'late', 'Another key here ends in the same eight digits. Compare all of the fingerprint.'),
      badge('not-announced', 'soon', 'The document of CERT-Harrow prints another fingerprint.'),
    ],
    card: { id: 'card-harrow', name: 'CERT-Harrow' },
  }),
  key({
    fingerprint: harrowKey,
    userIds: ['CERT-Harrow <cert@harrow.example>', 'CERT-Harrow duty <duty@harrow.example>'],
    expires: from(116),
    trust: 'verified',
    card: { id: 'card-harrow', name: 'CERT-Harrow' },
    usedIn: 14,
  }),
  key({
    fingerprint: 'A81D4F07C3926BE5740ED1A8F25C9B3067DE14F2',
    userIds: ['Aldermoor Hospital IT <it@aldermoor.example>'],
    expires: from(6),
    trust: 'verified',
    usedIn: 9,
  }),
  key({
    fingerprint: '3D6C05B9E817F24AC0937EB16A4F8D2593C071AE',
    userIds: ['CSIRT-Westmere <csirt@westmere.example>'],
    expires: from(424),
    trust: 'verified',
    card: { id: 'card-westmere', name: 'CSIRT-Westmere' },
    usedIn: 6,
  }),
  key({
    fingerprint: 'C95F20A6718D3EB4094BF7E3A6D1285C70E8B43F',
    userIds: ['Delta Rail CERT <cert@deltarail.example>'],
    state: 'repaired',
    badges: [badge('repaired', 'calm', 'Six characters of the printed key were put right and proved.')],
    expires: from(20),
    trust: 'verified',
    card: { id: 'card-delta', name: 'Delta Rail CERT' },
    usedIn: 5,
  }),
  key({
    fingerprint: '9C07D2E5416BA8F3055DE81B79C2F6A40E38B15D',
    userIds: ['Fenland Water IT <it@fenwater.example>'],
    state: 'expired',
    expires: from(-12),
    trust: 'verified',
    canEncrypt: false,
    usedIn: 7,
  }),
  key({
    fingerprint: '407B6AD8F2C91E5330B7E94A16CD805F2A6D93E7',
    userIds: ['CERT-Orchard (old) <cert@orchard.example>'],
    state: 'revoked',
    trust: 'verified',
    canEncrypt: false,
    canSign: false,
    usedIn: 19,
  }),
  key({
    fingerprint: 'B8E30D7591A4C62F70D6BE8314F9A05C82D7BA4E',
    userIds: ['CERT-Harrow <cert@harrow-cert.example>'],
    trust: 'rejected',
  }),
  key({
    fingerprint: 'E17D95B04A3C862F91F0D6A74EC8B2530BD96F18',
    userIds: ['Lakeview University CERT <cert@lakeview.example>'],
    algorithm: 'dsa1024',
    state: 'identity-only',
    badges: [
      badge('weak-algorithm', 'late', 'The key uses dsa1024, which is too weak to rely on.'),
      badge('no-encryption', 'soon', 'There is no usable encryption key with it.'),
    ],
    canEncrypt: false,
    trust: 'unverified',
    usedIn: 4,
  }),
]

export function keyView(row: KeyRow): KeyView {
  const decided =
    row.trust === 'undecided'
      ? []
      : [
          {
            at: from(-90),
            code: 'MK',
            trust: 'unverified' as const,
            how: 'directory' as const,
            note: 'Read from the document of the team.',
          },
        ]
  const verified =
    row.trust === 'verified' || row.trust === 'rejected'
      ? [
          {
            at: from(-60),
            code: 'MK',
            trust: row.trust,
            how: 'call-back' as const,
            note: 'Called the number on the card; all ten groups were read aloud by the duty analyst.',
          },
        ]
      : []
  const part = (end: string, uses: KeyView['parts'][number]['uses'], algorithm: string): KeyView['parts'][number] => ({
    fingerprint: row.fingerprint.slice(0, -2) + end,
    uses,
    algorithm,
    created: row.created,
    expires: row.expires,
    state: row.state === 'expired' || row.state === 'revoked' ? row.state : 'usable',
  })
  const isOwn = row.role !== 'other'
  return {
    ...row,
    findings: [
      ...(row.algorithm === 'dsa1024' ? [{ code: 'key-signing-only', params: {} } as const] : []),
      ...(row.state === 'repaired' ? [{ code: 'key-repaired', params: { count: 6 } } as const] : []),
    ],
    decisions: [...verified, ...decided],
    parts: [
      { ...part('', ['certify', 'sign'], row.algorithm), fingerprint: row.fingerprint },
      ...(row.canEncrypt ? [part('A1', ['encrypt'], row.algorithm === 'ed25519' ? 'cv25519' : row.algorithm)] : []),
    ],
    encrypts: {
      today: row.canEncrypt,
      due: row.card === null ? null : { case: '2026-MK-0004', at: from(4), can: row.canEncrypt },
    },
    cardMatch:
      row.card === null ? null : row.fingerprint === lookalikeKey ? 'differs' : isOwn ? 'none-announced' : 'announced',
    clashes: row.fingerprint === lookalikeKey ? [harrowKey] : row.fingerprint === harrowKey ? [lookalikeKey] : [],
    usage: {
      sent: Math.floor(row.usedIn / 2),
      received: Math.ceil(row.usedIn / 2),
      lastAt: row.usedIn === 0 ? null : from(-1),
      lastCase: row.usedIn === 0 ? null : '2026-MK-0004',
    },
    own: isOwn
      ? {
          signsFor: row.signsFor,
          passphrase: row.fingerprint === spareKey ? 'asked' : row.role === 'team' ? 'session' : 'none',
          revocationKept: row.fingerprint !== spareKey,
          lastBackup: row.role === 'desk' ? null : from(-34),
        }
      : null,
  }
}
