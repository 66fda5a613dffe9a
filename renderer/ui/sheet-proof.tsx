/** Three groups of the printed recovery key typed back, compared by the open vault, which keeps when that was. */
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { Saying } from '../../shared/words/say.ts'
import { TextField } from './field.tsx'
import { ProblemNote } from './note.tsx'
import { groupsOnSheet } from './recovery-sheet.tsx'
import { t } from './t.ts'

const [asked, lengthOfGroup] = [3, 5]

/** Places from 1 in order, each once; `random` gives numbers from 0 to below 1. */
export function placesToAsk(random: () => number): readonly number[] {
  const places = Array.from({ length: groupsOnSheet }, (_, at) => at + 1)
  while (places.length > asked) places.splice(Math.floor(random() * places.length), 1)
  return places
}

const plain = (text: string): string => text.replaceAll(/[\s-]/g, '').toUpperCase()

export interface Group {
  readonly place: number
  readonly text: string
}

interface Props {
  /** Where the sheet was made just now: each right group is ticked at once. */
  readonly recoveryKey?: string
  /** A person who types from the screen proves nothing. */
  readonly onType?: () => void
  readonly prove: (groups: readonly Group[]) => Promise<Saying | null>
  readonly onProved: () => void
}

export function SheetProof({ recoveryKey, onType, prove, onProved }: Props) {
  const [places] = useState(() => placesToAsk(Math.random))
  const [typed, setTyped] = useState<readonly string[]>(places.map(() => ''))
  const [problem, setProblem] = useState<Saying | null>(null)
  const known = recoveryKey?.split('-')
  const type = async (at: number, text: string): Promise<void> => {
    const texts = typed.map((old, place) => (place === at ? text.toUpperCase() : old))
    onType?.()
    setProblem(null)
    setTyped(texts)
    if (texts.some((one) => plain(one).length !== lengthOfGroup)) return
    const refused = await prove(places.map((place, index) => ({ place, text: plain(texts[index] ?? '') })))
    if (refused === null) return onProved()
    setProblem(refused)
  }
  return (
    <>
      <div className="sheet-proof">
        {places.map((place, at) => (
          <TextField
            key={place}
            label={t('sheet.group', { n: place })}
            value={typed[at] ?? ''}
            mono
            onChange={(text) => void type(at, text)}
            end={
              known?.[place - 1] === plain(typed[at] ?? '') ? (
                <Check className="good sheet-right" size={16} aria-label={t('sheet.right')} />
              ) : null
            }
          />
        ))}
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  )
}
