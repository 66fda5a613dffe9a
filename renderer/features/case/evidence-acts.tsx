/** What can be done with the chosen piece of evidence; every one of these stands in its custody afterwards. */
import type { Evidence } from '../../../shared/domain/case/case.ts'
import { saying } from '../../../shared/words/say.ts'
import { verifyEvidence } from '../../state/case-work.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { HandlingDialog } from './evidence-dialogs.tsx'
import { LookDialog } from './look-dialog.tsx'
import { ExportEvidenceDialog } from './release-dialogs.tsx'

export function EvidenceActs({ chosen: { blob, name } }: { readonly chosen: Evidence }) {
  const { view, open } = useCaseDesk()
  const { number } = view.state
  const verify = async (): Promise<void> => {
    const after = told(await verifyEvidence({ number, blob }))
    const last = after?.state.evidence.find((one) => one.blob === blob)?.handled.at(-1)
    if (last === undefined) return
    if (last.what === 'damaged') showProblem(saying('casework.evidence-damaged', { name }))
    else showDone(saying('casework.evidence-same', { name }))
  }
  return (
    <>
      <ActionButton keys="V" label={t('casework.verify')} onAct={() => void verify()} />
      <ActionButton
        keys="o"
        label={t('casework.look')}
        onAct={() => open((props) => <LookDialog {...props} blob={blob} />)}
      />
      <ActionButton
        keys="Y"
        label={t('casework.handling')}
        onAct={() => open((props) => <HandlingDialog {...props} blob={blob} />)}
      />
      <ActionButton
        keys="G"
        label={t('casework.export')}
        onAct={() => open((props) => <ExportEvidenceDialog {...props} blobs={[blob]} />)}
      />
    </>
  )
}
