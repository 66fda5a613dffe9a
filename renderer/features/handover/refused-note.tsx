/** The file that was no capsule for here: what it is, why it was refused and what to do, in sight until somebody has read it. */
import { useEffect, useRef } from 'react'
import { forgetRefused, useRefusedCapsule } from '../../state/handover.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { sentence, t } from '../../ui/t.ts'

export function RefusedNote() {
  const refused = useRefusedCapsule()
  return refused === null ? null : <Refusal key={refused.name} refused={refused} />
}

function Refusal({ refused }: { readonly refused: NonNullable<ReturnType<typeof useRefusedCapsule>> }) {
  const box = useRef<HTMLDivElement>(null)
  // In newer browsers it gives a promise, which is no way to end an effect.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} role="alert">
      <Note tone="stop" code={refused.problem.code}>
        <p className="strong break">{t('handover.refused', { name: refused.name })}</p>
        <p>{sentence(refused.problem)}</p>
        <p>{t('handover.refused-safe')}</p>
        <Button look="link" onPress={forgetRefused}>
          {t('ui.dismiss')}
        </Button>
      </Note>
    </div>
  )
}
