/** Gives the shift: to whom, which cases, with or without evidence; then the dialog of the system for the place of the file. */
import { useState } from 'react'
import { dutyAt } from '../../../shared/domain/clock/duty.ts'
import type { CapsuleMade, HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { roster } from '../../state/case-work.ts'
import { pick } from '../../state/desk.ts'
import { give, writeHandover } from '../../state/handover.ts'
import { showProblem, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { CasePicker } from './case-picker.tsx'
import { fileName } from './handover-acts.ts'
import { sealedTo, TakerField } from './taker-field.tsx'

interface Props {
  readonly view: HandoverView
  readonly onMade: (made: CapsuleMade) => void
  readonly onClose: () => void
}

export function GiveDialog({ view, onMade, onClose }: Props) {
  const proposed = useProposed(view)
  const [code, setCode] = useState(view.shift.to ?? proposed)
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [cases, setCases] = useState<readonly string[]>([])
  const [evidence, setEvidence] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  // To another laptop of one's own goes a field copy, not the duty.
  const others = view.takers.filter((one) => one.code !== view.shift.by)
  const to = sealedTo(others.find((one) => one.code === code))
  const choose = (chosen: string): void => {
    setCode(chosen)
    // The head of the page and the notes say to whom; kept also where the dialog is left.
    void writeHandover({ to: chosen === '' ? null : chosen }).then((answer) =>
      answer.ok ? undefined : showProblem(answer.problem),
    )
  }
  const go = async (): Promise<void> => {
    if (to === null) return
    const place = told(await pick('save', t('handover.give-purpose'), fileName('shift', view.shift.until)))?.[0]
    if (place === undefined) return
    const wish = { to, cases: which === 'all' ? null : [...cases], evidence, target: { grant: place.grant } }
    const answer = await give(wish)
    if (answer.ok) onMade(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <AskDialog
      title={t('handover.give-title')}
      sentence={t('handover.give-sentence')}
      go={t('handover.give-save')}
      ready={to !== null && (which === 'all' || cases.length > 0)}
      onGo={go}
      onClose={onClose}
      wide
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      <TakerField takers={others} code={code} onChange={choose} />
      <Choices
        label={t('handover.give-cases')}
        look="segments"
        value={which}
        choices={[
          { value: 'all', label: t('handover.give-all') },
          { value: 'some', label: t('handover.give-some') },
        ]}
        onChange={setWhich}
      />
      {which === 'all' ? null : <CasePicker view={view} chosen={cases} onChange={setCases} />}
      <Checkbox checked={evidence} onChange={setEvidence} detail={t('handover.give-evidence-why')}>
        {t('handover.give-evidence')}
      </Checkbox>
    </AskDialog>
  )
}

/** Whoever comes next on the rota, if they are among those who can be chosen. */
function useProposed({ takers }: HandoverView): string {
  const now = new Date(useNow()).toISOString()
  const turns = roster.use().value?.turns ?? []
  const next = dutyAt(turns, now).next?.code
  return takers.find(({ code }) => code === next)?.code ?? ''
}
