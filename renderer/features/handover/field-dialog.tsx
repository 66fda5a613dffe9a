/** Makes a copy of the whole vault for another laptop; secret keys go along only if somebody says so. */
import { useState } from 'react'
import type { CapsuleMade, HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { makeFieldCopy } from '../../state/handover.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { fileName } from './handover-acts.ts'
import { sealedTo, TakerField } from './taker-field.tsx'

interface Props {
  readonly view: HandoverView
  readonly onMade: (made: CapsuleMade) => void
  readonly onClose: () => void
}

export function FieldDialog({ view: { takers }, onMade, onClose }: Props) {
  const now = useNow()
  const [code, setCode] = useState('')
  const [evidence, setEvidence] = useState(false)
  const [secretKeys, setSecretKeys] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const to = sealedTo(takers.find((one) => one.code === code))
  const go = async (): Promise<void> => {
    if (to === null) return
    const name = fileName('field', new Date(now).toISOString())
    const place = told(await pick('save', t('handover.field-purpose'), name))?.[0]
    if (place === undefined) return
    const answer = await makeFieldCopy({ to, evidence, secretKeys, target: { grant: place.grant } })
    if (answer.ok) onMade(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <AskDialog
      title={t('handover.field-title')}
      sentence={t('handover.field-sentence')}
      go={t('handover.field')}
      ready={to !== null}
      onGo={go}
      onClose={onClose}
      wide
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      <TakerField takers={takers} code={code} onChange={setCode} />
      <Checkbox checked={evidence} onChange={setEvidence} detail={t('handover.give-evidence-why')}>
        {t('handover.give-evidence')}
      </Checkbox>
      <Checkbox checked={secretKeys} onChange={setSecretKeys} detail={t('handover.field-secret-why')}>
        {t('handover.field-secret')}
      </Checkbox>
    </AskDialog>
  )
}
