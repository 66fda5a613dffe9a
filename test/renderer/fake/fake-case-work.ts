/** Evidence, kept notes, checks of the journal, retention and purge, in memory for the renderer's tests. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { FakeCases } from './fake-cases.ts'

type Calls = Pick<
  Handlers<'core'>,
  | 'case.evidence'
  | 'evidence.verify'
  | 'evidence.look'
  | 'evidence.note'
  | 'evidence.export'
  | 'note.keep'
  | 'note.kept'
  | 'journal.check'
  | 'retention.list'
  | 'case.purge'
  | 'case.copy'
>

interface Around {
  readonly cases: FakeCases
  readonly changed: (number: string) => void
}

const sha256 = 'd41f08a7c3e95b26470d8fa1be6c3952708e14dbf6a2c95d3807be41f92a6c05'
const openCode = 'JV'

export function fakeCaseWork({ cases, changed }: Around): Calls {
  const notes = new Map<string, string>()
  const write = (number: string, act: Act): Reply<CaseView> => {
    cases.add(number, [{ at: new Date().toISOString(), code: 'MK', act }])
    changed(number)
    return cases.view(number)
  }
  return {
    'case.evidence': async ({ number, file, source, place, takenAt }) =>
      write(number, {
        kind: 'evidence.added',
        blob: cases.newId(),
        name: file.name,
        size: 18_230,
        sha256,
        source,
        place,
        takenAt,
      }),
    'evidence.verify': async ({ number, blob }) =>
      write(number, { kind: 'evidence.handled', blob, what: 'verified', place: '', note: 'SHA-256 is the same' }),
    'evidence.look': async ({ number, blob }) => {
      write(number, { kind: 'evidence.handled', blob, what: 'shown', place: '', note: '' })
      return ok({
        kind: 'text',
        text: 'Nov 21 19:47:02 vpn-gw sshd[812]: Accepted password for svc-backup',
        cut: false,
      })
    },
    'evidence.note': async ({ number, blob, what, place, note }) =>
      write(number, { kind: 'evidence.handled', blob, what, place, note }),
    'evidence.export': async ({ number, blobs }) => {
      for (const blob of blobs)
        write(number, { kind: 'evidence.handled', blob, what: 'exported', place: 'evidence.tar', note: '' })
      return ok({ file: 'evidence.tar', sha256 })
    },
    'note.keep': async ({ number, text }) => {
      notes.set(number, text)
      return ok(null)
    },
    'note.kept': async ({ number }) => ok({ text: notes.get(number) ?? '' }),
    'journal.check': async () => ok({ ok: true, checked: ['journal', 'signatures'], findings: [] }),
    'retention.list': async () => ok([]),
    'case.purge': async ({ number, second, confirm }) => {
      if (second !== openCode) return fail(saying('case-not-found', { number: second }))
      if (confirm !== number) return fail(saying('case-not-found', { number: confirm }))
      const entries = cases.entries(number).length
      const at = new Date(Date.now() - 86_400_000).toISOString()
      return ok({ number, entries, blobs: 1, stillIn: [{ what: 'backup', at, name: 'signet-20261122.sgb' }] })
    },
    'case.copy': async ({ values }) => ok({ copied: values.length }),
  }
}
