/** Who has the case: `a m` is oneself, `a n` nobody, a digit one of the roster, anything else is typed. */
import { useState } from 'react'
import { roster } from '../../state/case-work.ts'
import { me } from '../../state/me.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { assign, type Targets } from './acts.ts'

interface Props {
  readonly targets: Targets
  readonly about: string
  readonly onClose: () => void
}

export function AssignDialog({ about, onClose, targets }: Props) {
  return (
    <Dialog title={t('queue.assign-title')} sentence={about} onClose={onClose}>
      <People targets={targets} onClose={onClose} />
    </Dialog>
  )
}

function People({ targets, onClose }: Omit<Props, 'about'>) {
  const mine = me.use().value?.analyst.code ?? null
  const others = (roster.use().value?.roster ?? []).filter(({ code }) => code !== mine).slice(0, 9)
  const [typed, setTyped] = useState('')
  const give = (code: string | null): void => {
    onClose()
    void assign(targets, code)
  }
  const other = typed.trim().toUpperCase()
  return (
    <>
      <div className="queue-people">
        {mine === null ? null : (
          <ActionButton keys="m" label={t('queue.assign-me', { code: mine })} autoFocus onAct={() => give(mine)} />
        )}
        <ActionButton keys="n" label={t('queue.assign-nobody')} onAct={() => give(null)} />
        {others.map(({ code, name }, at) => (
          <ActionButton key={code} keys={String(at + 1)} label={`${code} · ${name}`} onAct={() => give(code)} />
        ))}
      </div>
      <form
        className="queue-people-other"
        onSubmit={(event) => {
          event.preventDefault()
          if (other !== '') give(other)
        }}
      >
        <TextField label={t('queue.assign-other')} value={typed} onChange={setTyped} mono />
        <Button type="submit" kbd="Enter" disabled={other === ''}>
          {t('queue.assign-go')}
        </Button>
      </form>
    </>
  )
}
