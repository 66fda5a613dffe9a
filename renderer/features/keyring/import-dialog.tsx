/** Brings keys in, in three steps: what is it, what is in it and which of it, what became of each. */
import { useEffect, useState } from 'react'
import type { KeyPreview, KeysTaken } from '../../../shared/ipc/key-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { importKeys, previewKeys } from '../../state/keyring.ts'
import type { KeyFile } from '../../state/offered-keys.ts'
import { t } from '../../ui/t.ts'
import { ImportChoose } from './import-choose.tsx'
import { merged } from './import-choice.ts'
import { ImportDone } from './import-done.tsx'
import { ImportLook } from './import-look.tsx'

export interface Wish {
  readonly chosen: ReadonlySet<string>
  readonly card: string | null
  readonly passphrase: string
}

interface Props {
  /** Keys that are there already (pasted, dropped, inside a message): looked at at once. */
  readonly first: KeyFile | null
  /** Key IDs that a message asks for, in words. */
  readonly wanted: string | null
  readonly onClose: () => void
  /** With the first key that was taken in. */
  readonly onDone: (fingerprint: string | null) => void
}

/** Bytes, not a grant: the same file is looked at first and taken in afterwards, and a grant is good for one use. */
export const pastedFile = (text: string): KeyFile => ({
  name: t('ui.pasted-name'),
  bytes: new TextEncoder().encode(text),
})

interface Looked {
  readonly file: KeyFile
  /** null: no key could be read. */
  readonly found: readonly KeyPreview[] | null
  readonly problem: Saying | null
}

async function lookInto(file: KeyFile): Promise<Looked> {
  const answer = await previewKeys(file)
  return answer.ok ? { file, found: answer.value, problem: null } : { file, found: null, problem: answer.problem }
}

export function ImportDialog({ first, wanted, onClose, onDone }: Props) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [taken, setTaken] = useState<KeysTaken | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const [given] = useState(first)
  useEffect(() => {
    if (given === null) return undefined
    let open = true
    void lookInto(given).then((seen) => (open ? setLooked(seen) : undefined))
    return () => {
      open = false
    }
  }, [given])
  const take = async ({ file, found }: Looked, wish: Wish): Promise<void> => {
    const answers: KeysTaken[] = []
    for (const { role, only } of inRoles(found ?? [], wish.chosen)) {
      const answer = await importKeys({
        file,
        role,
        only: [...only],
        ...(wish.card === null ? {} : { card: wish.card }),
        ...(wish.passphrase === '' || role === 'other' ? {} : { passphrase: wish.passphrase }),
      })
      if (!answer.ok) return setProblem(answer.problem)
      answers.push(answer.value)
    }
    setTaken(merged(answers))
  }
  if (taken !== null)
    return <ImportDone taken={taken} onClose={() => onDone(taken.keys.find(isTaken)?.fingerprint ?? null)} />
  if (looked === null || looked.found === null)
    return (
      <ImportChoose
        wanted={wanted}
        problem={looked?.problem ?? null}
        onLook={async (file) => setLooked(await lookInto(file))}
        onClose={onClose}
      />
    )
  return (
    <ImportLook
      name={looked.file.name}
      found={looked.found}
      problem={problem}
      onTake={(wish) => take(looked, wish)}
      onClose={onClose}
    />
  )
}

const isTaken = ({ outcome }: KeysTaken['keys'][number]): boolean => outcome === 'added' || outcome === 'updated'

/** Secret keys are ours, public ones are others': one file may hold both. */
function inRoles(found: readonly KeyPreview[], chosen: ReadonlySet<string>) {
  const of = (secret: boolean): readonly string[] =>
    found.flatMap(({ inspected: { fingerprint, secret: isSecret } }) =>
      fingerprint !== null && isSecret === secret && chosen.has(fingerprint) ? [fingerprint] : [],
    )
  const both = [
    { role: 'team', only: of(true) },
    { role: 'other', only: of(false) },
  ] as const
  return both.filter(({ only }) => only.length > 0)
}
