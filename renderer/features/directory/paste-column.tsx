/** Where indicators are pasted as they are; below it, what was set aside and why, by line. */
import { CircleAlert, Copy, Info } from 'lucide-react'
import type { LookupAnswer } from '../../../shared/domain/directory/lookup-answer.ts'
import { clearLookup, lookUp, setPasted, useLookup } from '../../state/directory.ts'
import { ActionButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { sentence, t } from '../../ui/t.ts'

const shown = 40

export function PasteColumn() {
  const { text, answer } = useLookup()
  const search = async (): Promise<void> => {
    await lookUp()
    // From here on the keys are the list's: "c" writes to them, it is not typed. It is drawn after the answer came.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-list]')?.focus())
  }
  return (
    <div
      className="paste-column"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing) return
        if (!(event.target instanceof HTMLTextAreaElement)) return
        event.preventDefault()
        void search()
      }}
    >
      <TextArea
        label={t('directory.paste')}
        aside={t('directory.paste-why')}
        mono
        rows={18}
        value={text}
        onChange={setPasted}
        autoFocus
      />
      {answer === null ? null : <Aside answer={answer} />}
      <div className="row paste-foot">
        <ActionButton
          keys="Ctrl+Enter"
          inText
          look="filled"
          label={t('directory.look-up')}
          disabled={text.trim() === ''}
          onAct={() => void search()}
        />
        <ActionButton keys="Ctrl+Delete" inText label={t('directory.clear')} onAct={clearLookup} />
      </div>
      {answer === null ? null : <p className="dim small">{t('directory.searched', { ...answer.searched })}</p>}
    </div>
  )
}

function Aside({ answer: { setAside, results } }: { readonly answer: LookupAnswer }) {
  const inside = results.filter((row) => row.private && row.repeats === null)
  const repeated = results.filter(({ repeats }) => repeats !== null)
  return (
    <ul className="paste-aside" aria-label={t('directory.aside')} tabIndex={0}>
      {setAside.slice(0, shown).map(({ line, place, problem }) => (
        <li key={place} className="with-icon soon">
          <CircleAlert aria-hidden /> {t('directory.line', { line, said: sentence(problem) })}
        </li>
      ))}
      {inside.slice(0, shown).map(({ line, place }) => (
        <li key={place} className="with-icon dim">
          <Info aria-hidden /> {t('directory.private', { line })}
        </li>
      ))}
      {repeated.slice(0, shown).map(({ line, place, repeats }) => (
        <li key={place} className="with-icon dim">
          <Copy aria-hidden /> {t('directory.repeats', { line, first: repeats ?? 0 })}
        </li>
      ))}
    </ul>
  )
}
