/** The door `window.signet` without a process behind it: every call of the contract answered from memory, with made-up data. */
import './zod-without-eval.ts'
import type { Door } from '../../../renderer/bridge/client.ts'
import type { CallName, FeedName, Handlers, Parsed } from '../../../shared/ipc/contract.ts'
import type { DeskState, ExchangeRow, Me } from '../../../shared/ipc/views.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import { FakeCases } from './fake-cases.ts'
import { fakeCaseWork } from './fake-case-work.ts'
import { fakeClocks } from './fake-clocks.ts'
import { fakeBulletins } from './fake-bulletins.ts'
import { fakeDisclosure } from './fake-disclosure.ts'
import { fakeDrafts } from './fake-drafts.ts'
import { fakeCards } from './fake-cards.ts'
import { fakeDirectory } from './fake-directory.ts'
import { fakeExchanges } from './fake-exchanges.ts'
import { fakeHandover } from './fake-handover.ts'
import { fakeIntake } from './fake-intake.ts'
import { fakeOutput } from './fake-output.ts'
import { fakeKeys } from './fake-keys.ts'
import { fakeOrder } from './fake-order.ts'
import { fakeStore, type StoreScene } from './fake-store.ts'
import { fakeVault } from './fake-vault.ts'
import { addSampleCases } from './sample-cases.ts'
import { sampleExchanges } from './sample-exchanges.ts'
import { deskKey, teamKey } from './sample-keys.ts'

export interface Scene {
  readonly phase: DeskState['phase']
  readonly trial: boolean
  readonly theme: 'light' | 'dark' | 'system'
  readonly cases: number
  /** Milliseconds that each answer takes. */
  readonly delay: number
  readonly store?: StoreScene
}

export const passphraseOfSample = 'correct horse battery staple'
export const recoveryOfSample = '7KQ2M-VX4PD-K7QMD-9HTRA-2WNBC-E6ZJF-P8YGS-4MXLU'

export interface FakeDesk {
  readonly door: Door
  readonly cases: FakeCases
}

const hash = 'd41f08a7c3e95b26470d8fa1be6c3952708e14dbf6a2c95d3807be41f92a6c05'

export function createFakeDesk(scene: Scene): FakeDesk {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const tell = (feed: FeedName, payload: unknown = null): void => {
    for (const listener of listeners.get(feed) ?? []) listener(payload)
  }
  const cases = new FakeCases()
  addSampleCases(cases, scene.cases)
  const keyring = fakeKeys({
    tell,
    setTeamKey: (key) => {
      me = { ...me, teamKey: key }
    },
  })
  let exchanges: readonly ExchangeRow[] = sampleExchanges()
  const cards = fakeCards({
    tell,
    keys: keyring.all,
    own: (ownCard) => {
      me = { ...me, ownCard }
    },
  })
  let me: Me = {
    analyst: { code: 'MK', name: 'Mara Kestrel', tier: 'N2' },
    copy: { id: 'copy-1', tag: 'MK' },
    trial: scene.trial,
    zone: 'Europe/Lisbon',
    hours: 'Mo-Su 08:00-20:00',
    ownCard: { id: 'card-own', name: 'CSIRT-Northmoor', address: 'csirt@northmoor.example' },
    deskKey,
    teamKey,
    lastBackup: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    analysis: false,
    findings: [],
    readOnly: null,
  }
  let desk: DeskState = {
    phase: scene.phase,
    vault: scene.phase === 'none' ? null : { name: 'signet', trial: scene.trial },
    lockedAt: scene.phase === 'locked' ? new Date(Date.now() - 13 * 60_000).toISOString() : null,
    lockedBecause: scene.phase === 'locked' ? 'idle' : null,
    counts: scene.phase === 'locked' ? { overdue: 3, dueSoon: 4, unread: 2 } : null,
    host: 'chromium',
    trialOnly: scene.trial,
    preferences: { theme: scene.theme, language: 'en', showCountsWhenLocked: true },
  }
  let triesLeft = 5

  const setDesk = (change: Partial<DeskState>): Reply<DeskState> => {
    desk = { ...desk, ...change }
    tell('desk.changed')
    return ok(desk)
  }
  const unlocked = (): Reply<Me> => {
    setDesk({
      phase: 'open',
      lockedAt: null,
      lockedBecause: null,
      counts: null,
      vault: { name: 'signet', trial: scene.trial },
    })
    return ok(me)
  }
  const exchange = (id: string): ExchangeRow =>
    exchanges.find((one) => one.id === id) ?? { ...sampleExchanges()[0]!, id }
  const setExchange = (id: string, change: Partial<ExchangeRow>): ExchangeRow => {
    const changed = { ...exchange(id), ...change }
    exchanges = [changed, ...exchanges.filter((one) => one.id !== id)]
    tell('exchange.changed')
    return changed
  }
  const caseChanged = (number: string): void => {
    tell('case.changed', { number })
    tell('queue.changed')
  }
  const newCase = (title: string): string => {
    const number = `2026-MK-${String(cases.numbers.length + 1).padStart(4, '0')}`
    cases.add(number, [
      { at: new Date().toISOString(), code: 'MK', act: { kind: 'case.opened', number, title, caseKind: 'incident' } },
    ])
    caseChanged(number)
    return number
  }
  const attach = (number: string, one: ExchangeRow): void => {
    cases.add(number, [
      {
        at: new Date().toISOString(),
        code: 'MK',
        act: {
          kind: 'exchange.added',
          exchange: one.id,
          direction: 'in',
          channel: 'email',
          partner: one.partner,
          subject: one.subject,
          sha256: hash,
        },
      },
    ])
    setExchange(one.id, { state: 'in-case', cases: [...one.cases, number] })
    caseChanged(number)
  }
  const directory = fakeDirectory(tell)
  const vault = fakeVault({
    tell,
    passphrase: passphraseOfSample,
    recoveryKey: recoveryOfSample,
    keyring: !scene.trial,
    lock: () => setDesk({ phase: 'locked', lockedAt: new Date().toISOString(), lockedBecause: 'rekeyed' }),
  })
  const clocks = fakeClocks(tell, () => handover.given())
  const handover = fakeHandover({ cases, tell, passDutyTo: clocks.passTo })
  const store = fakeStore({
    tell,
    scene: scene.store ?? 'whole',
    passphrase: passphraseOfSample,
    hash,
    me: () => me,
    setMe: (change) => {
      me = { ...me, ...change }
      tell('me.changed')
    },
    open: () => void unlocked(),
  })

  const answers: Handlers<'core' | 'shell'> = {
    'desk.state': async () => ok(desk),
    'desk.choose': async () =>
      setDesk({
        phase: 'locked',
        vault: { name: 'signet', trial: scene.trial },
        lockedBecause: 'start',
        lockedAt: new Date().toISOString(),
      }),
    'desk.connect': async () => ok(desk),
    'desk.lock': async () => {
      setDesk({
        phase: 'locked',
        lockedAt: new Date().toISOString(),
        lockedBecause: 'asked',
        counts: { overdue: 3, dueSoon: 4, unread: 2 },
      })
      return ok(null)
    },
    'desk.pick': async ({ suggestedName }) => ok([{ grant: 'grant-1', name: suggestedName ?? 'chosen-file.asc' }]),
    'desk.preferences': async (change) =>
      setDesk({
        preferences: {
          theme: change.theme ?? desk.preferences.theme,
          language: 'en',
          showCountsWhenLocked: change.showCountsWhenLocked ?? desk.preferences.showCountsWhenLocked,
        },
      }),

    'vault.status': async () => ok({ exists: scene.phase !== 'none', trial: scene.trial, device: false }),
    'vault.create': async ({ analyst, zone, trial }) => {
      me = { ...me, analyst, zone, trial, teamKey: null, ownCard: null, lastBackup: null }
      setDesk({ phase: 'open' })
      return ok({ recoveryKey: recoveryOfSample, deskKey })
    },
    'vault.unlock': async ({ passphrase }) => {
      if (passphrase === passphraseOfSample) return unlocked()
      triesLeft -= 1
      return fail(
        triesLeft > 0 ? saying('passphrase-wrong', { left: triesLeft }) : saying('passphrase-wait', { seconds: 4 }),
      )
    },
    'vault.recover': async ({ recoveryKey }) =>
      recoveryKey.replaceAll(/\W/g, '') === recoveryOfSample.replaceAll('-', '')
        ? unlocked()
        : fail(saying('recovery-wrong')),
    ...vault.calls,
    ...store.calls,
    'vault.info': async () =>
      ok({
        copy: 'MK',
        analyst: 'MK',
        deskKey,
        teamKey: me.teamKey,
        trial: scene.trial,
        cases: cases.numbers.length,
        bytes: 1_420_000_000,
        lastBackup: me.lastBackup,
      }),
    'me.show': async () => ok(me),
    'me.steps': async ({ analysis }) => {
      me = { ...me, analysis }
      tell('me.changed')
      return ok(me)
    },

    ...cards.answers,
    ...directory,
    'card.own': async ({ name, address }) => {
      me = { ...me, ownCard: { id: 'card-own', name, address } }
      tell('me.changed')
      return cards.answers['card.show']({ id: 'card-own' })
    },

    ...keyring.answers,

    ...fakeIntake({
      rows: () => exchanges,
      find: exchange,
      change: setExchange,
      add: (row) => {
        exchanges = [row, ...exchanges]
        tell('exchange.changed')
      },
      newId: () => cases.newId(),
      newCase: (title) => {
        const number = newCase(title)
        return { number, heads: headOf(number) }
      },
      cases,
      attach,
    }),

    'case.create': async ({ title }) => cases.view(newCase(title)),
    'case.show': async ({ number }) => cases.view(number),
    'case.change': async ({ number, heads, command }) => {
      const changed = cases.change(number, heads, command)
      if (changed.ok) caseChanged(number)
      return changed
    },
    ...fakeCaseWork({ cases, changed: caseChanged }),
    'case.list': async ({ search, from, count }) => {
      const found = cases.numbers
        .flatMap((number) => cases.state(number) ?? [])
        .filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(search.toLowerCase()))
      return ok({
        total: found.length,
        cases: found.slice(from, from + count).map(({ number, title, phase }) => ({ number, title, phase })),
      })
    },
    ...fakeOrder({
      cases,
      tell,
      cards: cards.all,
      otherJobs: async (input) => {
        const others = await directory['job.list'](input)
        return others.ok ? ok([...handover.jobs(), ...store.jobs(), ...vault.jobs(), ...others.value]) : others
      },
    }),
    'job.cancel': async (input) =>
      handover.cancel(input.id) ?? store.cancel(input.id) ?? vault.cancel(input.id) ?? directory['job.cancel'](input),

    ...fakeExchanges({ all: () => exchanges, find: exchange, change: setExchange }),
    ...fakeDisclosure(),
    ...fakeDrafts({ cards: cards.all, caseOf: (number) => cases.state(number), newId: () => cases.newId() }),
    ...clocks.calls,
    ...handover.calls,
    ...fakeBulletins({ tell, cards: cards.all, newId: () => cases.newId() }),
    ...fakeOutput(hash, (number) => cases.state(number)),
  }

  const headOf = (number: string): readonly string[] => valueOf(cases.view(number)).flatMap(({ heads }) => heads)

  const call = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    await new Promise((resolve) => setTimeout(resolve, scene.delay))
    if (!isCall(answers, name)) return fail(saying('bad-request', { detail: name }))
    return (answers[name] as (input: unknown) => Promise<Reply<unknown>>)(withDefaults(name, input))
  }
  const on: Door['on'] = (feed, listener) => {
    const set = listeners.get(feed) ?? new Set()
    listeners.set(feed, set.add(listener))
    return () => set.delete(listener)
  }
  return { door: { call, on, host: 'chromium' }, cases }
}

const isCall = (answers: object, name: string): name is CallName => Object.hasOwn(answers, name)

const valueOf = <T>(reply: Reply<T>): readonly T[] => (reply.ok ? [reply.value] : [])

/** What the check of arguments would fill in; zod stays out of the page. */
function withDefaults(name: string, input: unknown): unknown {
  const defaults: Partial<Record<CallName, Partial<Parsed<CallName>>>> = {
    'card.list': { search: '' },
    'case.list': { search: '', from: 0, count: 100 },
    'exchange.list': { search: '', from: 0, count: 100 },
    'queue.window': { filter: '', from: 0, count: 100 },
    'case.evidence': { place: '', takenAt: null },
    'journal.check': { number: null },
    'key.import': { role: 'other' },
    'card.import': { own: false },
  }
  return { ...defaults[name as CallName], ...(input as object) }
}
