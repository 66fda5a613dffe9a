/** A keyring in memory for the renderer's tests: every call about keys, over made-up ones. */
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { KeyPreview, KeyTaken, KeyView } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { harrowKey, keyView, sampleKeys, teamKey } from './sample-keys.ts'

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `key.${string}`>>

export interface FakeKeys {
  readonly answers: Calls
  readonly all: () => readonly KeyRow[]
}

interface Around {
  readonly tell: (feed: FeedName) => void
  readonly setTeamKey: (fingerprint: string) => void
}

export const passphraseOfKey = 'a passphrase of its own'
const elmwood = '5B0C77F21E94A8D36C41E0B9F7258D13A60C94E2'
const days = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString()

export function fakeKeys({ tell, setTeamKey }: Around): FakeKeys {
  let keys = sampleKeys()
  let views = new Map<string, Partial<KeyView>>()

  const find = (fingerprint: string): KeyRow => keys.find((key) => key.fingerprint === fingerprint) ?? keys[0]!
  const view = (fingerprint: string): KeyView => ({ ...keyView(find(fingerprint)), ...views.get(fingerprint) })
  const set = (fingerprint: string, row: Partial<KeyRow>, more: Partial<KeyView> = {}): Result<KeyView, Saying> => {
    keys = keys.map((key) => (key.fingerprint === fingerprint ? { ...key, ...row } : key))
    views = new Map([...views, [fingerprint, { ...views.get(fingerprint), ...more }]])
    tell('key.changed')
    return ok(view(fingerprint))
  }
  const setOwn = (fingerprint: string, change: Partial<NonNullable<KeyView['own']>>): Result<KeyView, Saying> => {
    const { own } = view(fingerprint)
    return own === null ? fail(saying('key-not-secret')) : set(fingerprint, {}, { own: { ...own, ...change } })
  }
  const add = (key: KeyRow): void => {
    keys = [...keys.filter(({ fingerprint }) => fingerprint !== key.fingerprint), key]
    tell('key.changed')
    tell('me.changed')
  }

  const answers: Calls = {
    'key.list': async () => ok(keys),
    'key.show': async ({ fingerprint }) => ok(view(fingerprint)),
    'key.inspect': async ({ file }) => ok(previews(textOf(file)).map(({ inspected }) => inspected)),
    'key.preview': async ({ file }) => {
      const found = previews(textOf(file))
      return found.length === 0 ? fail(saying('keys-none', { name: file.name })) : ok(found)
    },
    'key.import': async ({ file, role, only }) => {
      const found = previews(textOf(file)).filter(
        ({ inspected }) => only === undefined || only.includes(inspected.fingerprint ?? ''),
      )
      const taken = found.map(takenOf)
      if (taken.some(({ fingerprint }) => fingerprint === elmwood)) add({ ...elmwoodRow(find(harrowKey)), role })
      if (role === 'team') setTeamKey(elmwood)
      return ok({ keys: taken, reread: taken.some(({ outcome }) => outcome === 'added') ? ['x-8', 'x-3'] : [] })
    },
    'key.generate': async ({ role, name, email, days: until }) => {
      const key: KeyRow = {
        ...find(teamKey),
        fingerprint: '4F17A0C3958B6E2D71F4038CA6D9E5B21C740A68',
        userIds: [`${name} <${email}>`],
        role,
        expires: until === null ? null : days(until),
        usedIn: 0,
        badges: [],
        signsFor: [],
      }
      add(key)
      if (role === 'team') setTeamKey(key.fingerprint)
      return ok(key)
    },
    'key.export': async () =>
      ok({ armored: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n-----END PGP PUBLIC KEY BLOCK-----\n' }),
    'key.copy': async () => ok(null),
    'key.trust': async ({ fingerprint, trust, how, note }) =>
      set(
        fingerprint,
        { trust },
        {
          decisions: [{ at: new Date().toISOString(), code: 'MK', trust, how, note }, ...view(fingerprint).decisions],
        },
      ),
    'key.card': async ({ fingerprint, card }) =>
      set(fingerprint, { card: card === null ? null : { id: card, name: nameOfCard(card) } }),
    'key.drop': async ({ fingerprint, typed }) => {
      if (typed.toUpperCase() !== fingerprint.slice(-4)) return fail(saying('bad-request', { detail: 'typed' }))
      keys = keys.filter((key) => key.fingerprint !== fingerprint)
      tell('key.changed')
      return ok(null)
    },
    'key.extend': async ({ fingerprint, days: until }) =>
      set(fingerprint, { expires: until === null ? null : days(until), badges: [] }),
    'key.passphrase': async ({ fingerprint, next, keep }) =>
      setOwn(fingerprint, { passphrase: next === null ? 'none' : keep ? 'kept' : 'session' }),
    'key.unlock': async ({ fingerprint, passphrase, keep }) => {
      if (passphrase !== passphraseOfKey) return fail(saying('key-passphrase-wrong', { fingerprint }))
      return setOwn(fingerprint, { passphrase: keep === 'vault' ? 'kept' : 'session' })
    },
    'key.forget': async ({ fingerprint }) => setOwn(fingerprint, { passphrase: 'asked' }),
    'key.revoke': async ({ fingerprint }) =>
      set(fingerprint, { state: 'revoked', canEncrypt: false, canSign: false, signsFor: [], badges: [] }),
    'key.signsFor': async ({ fingerprint, roles }) => {
      keys = keys.map((key) => ({
        ...key,
        signsFor: key.fingerprint === fingerprint ? roles : key.signsFor.filter((role) => !roles.includes(role)),
      }))
      tell('key.changed')
      return ok(keys)
    },
    'key.backup': async ({ fingerprint }) => {
      setOwn(fingerprint, { lastBackup: new Date().toISOString() })
      return ok({
        file: 'team-key.asc',
        sha256: 'd41f08a7c3e95b26470d8fa1be6c3952708e14dbf6a2c95d3807be41f92a6c05',
      })
    },
  }
  return { answers, all: () => keys }
}

const nameOfCard = (id: string): string => ({ 'card-harrow': 'CERT-Harrow' })[id] ?? 'CERT-Orchard'

const textOf = (file: { readonly name: string; readonly bytes?: Uint8Array }): string =>
  file.bytes === undefined ? 'PUBLIC KEY' : new TextDecoder().decode(file.bytes)

const elmwoodRow = (like: KeyRow): KeyRow => ({
  ...like,
  fingerprint: elmwood,
  userIds: ['CSIRT-Elmwood <csirt@elmwood.example>'],
  trust: 'undecided',
  card: null,
  usedIn: 0,
})

const preview = (change: Partial<KeyPreview['inspected']>, more: Partial<KeyPreview> = {}): KeyPreview => ({
  inspected: {
    fingerprint: elmwood,
    userIds: ['CSIRT-Elmwood <csirt@elmwood.example>'],
    algorithm: 'ed25519',
    created: '2025-05-02T08:00:00.000Z',
    expires: days(320),
    state: 'usable',
    canEncrypt: true,
    canSign: true,
    secret: false,
    findings: [],
    repairs: [],
    ...change,
  },
  here: 'new',
  cards: [],
  badges: [],
  ...more,
})

/** "ring" gives thousands, "PUBLIC KEY" one of each kind, "SECRET" one of our own; anything else holds no key. */
function previews(text: string): readonly KeyPreview[] {
  if (text.includes('ring')) return Array.from({ length: 4_000 }, (_, at) => ofRing(at))
  if (text.includes('SECRET'))
    return [preview({ secret: true, userIds: ['CSIRT-Northmoor <csirt@northmoor.example>'] })]
  if (!text.includes('PUBLIC KEY')) return []
  return [
    preview({}, { cards: [{ id: 'card-orchard', name: 'CSIRT-Elmwood', match: 'announced' }] }),
    preview(
      { fingerprint: harrowKey, userIds: ['CERT-Harrow <cert@harrow.example>'], expires: days(480) },
      { here: 'update', cards: [{ id: 'card-harrow', name: 'CERT-Harrow', match: 'announced' }] },
    ),
    preview(
      {
        fingerprint: 'AA31F0D25C8849E7B6041F93D27E58C0461B9D35',
        userIds: ['CERT-Harrow <cert@harrow.example>'],
        algorithm: 'dsa1024',
        state: 'identity-only',
        canEncrypt: false,
        expires: null,
      },
      {
        cards: [{ id: 'card-harrow', name: 'CERT-Harrow', match: 'differs' }],
        badges: [
          { kind: 'weak-algorithm', tone: 'late', said: saying('weak-algorithm', { algorithm: 'dsa1024' }) },
          { kind: 'no-encryption', tone: 'soon', said: saying('no-encryption-subkey') },
        ],
      },
    ),
    preview(
      { fingerprint: '3D6C05B9E817F24AC0937EB16A4F8D2593C071AE', userIds: ['CSIRT-Westmere <csirt@westmere.example>'] },
      { here: 'same' },
    ),
    preview(
      { fingerprint: null, userIds: [], state: 'unreadable', algorithm: null, findings: [saying('key-unreadable')] },
      { here: 'unreadable' },
    ),
  ]
}

function ofRing(at: number): KeyPreview {
  const fingerprint = (BigInt(at + 1) * 0x9e3779b97f4a7c15f39cc0605cedc834n).toString(16).padStart(40, '0').slice(-40)
  return preview(
    {
      fingerprint: fingerprint.toUpperCase(),
      userIds: [`Team ${String(at + 1)} <team${String(at + 1)}@ring.example>`],
    },
    { here: at % 200 === 7 ? 'update' : at % 50 === 3 ? 'new' : 'same' },
  )
}

function takenOf({ inspected, here }: KeyPreview): KeyTaken {
  const { fingerprint, userIds } = inspected
  const userId = userIds[0] ?? ''
  if (here === 'unreadable') return { fingerprint, userId, outcome: 'refused', said: [saying('key-unreadable')] }
  if (here === 'same') return { fingerprint, userId, outcome: 'unchanged', said: [] }
  if (here === 'new') return { fingerprint, userId, outcome: 'added', said: [] }
  const text = 'It now ends on 2028-03-17, a year later.'
  return { fingerprint, userId, outcome: 'updated', said: [{ code: 'act.note.added', params: { text } }] }
}
