/** The document as it was read: real line numbers, nothing cut; what was read is blue, what has a finding amber. */
import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { t } from '../../ui/t.ts'
import { runsOf, type Run } from './fields-of.ts'
import { visibleText } from './visible-text.tsx'

interface Props {
  readonly name: string
  readonly text: string
  readonly read: ReadonlySet<number>
  readonly flagged: ReadonlySet<number>
  readonly chosen: ReadonlySet<number>
}

export function DocumentPane({ name, text, read, flagged, chosen }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const lines = useMemo(() => text.split('\n'), [text])
  const runs = useMemo(
    () => runsOf(lines.length, new Set([...read, ...flagged]), opened),
    [lines, read, flagged, opened],
  )
  return (
    <section className="import-document" aria-label={t('cardimport.document')}>
      <header className="import-head">
        <h2>{t('cardimport.document')}</h2>
        <span className="dim">{t('cardimport.document-note')}</span>
      </header>
      <div className="import-lines" tabIndex={0} role="group" aria-label={name}>
        {runs.map((run) =>
          run.folded ? (
            <Fold key={run.from} run={run} onOpen={() => setOpened(new Set([...opened, run.from]))} />
          ) : (
            numbers(run).map((line) => (
              <p
                key={line}
                id={`import-line-${String(line)}`}
                className={lookOf(line, read, flagged, chosen)}
                data-line={line}
              >
                <span className="import-number">{line}</span>
                <span>{visibleText(lines[line - 1] ?? '')}</span>
              </p>
            ))
          ),
        )}
      </div>
    </section>
  )
}

const numbers = ({ from, to }: Run): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

function lookOf(
  line: number,
  read: ReadonlySet<number>,
  flagged: ReadonlySet<number>,
  chosen: ReadonlySet<number>,
): string {
  const looks = ['import-line', flagged.has(line) ? 'flagged' : read.has(line) ? 'read' : '']
  return [...looks, chosen.has(line) ? 'chosen' : ''].filter(Boolean).join(' ')
}

function Fold({ run: { from, to }, onOpen }: { readonly run: Run; readonly onOpen: () => void }) {
  return (
    <button type="button" className="import-fold" tabIndex={-1} onClick={onOpen}>
      <ChevronRight aria-hidden /> {t('cardimport.folded', { from, to })}
    </button>
  )
}

export function showLine(line: number | undefined): void {
  if (line === undefined) return
  document.getElementById(`import-line-${String(line)}`)?.scrollIntoView({ block: 'center' })
}
