/** Something new: a report told by telephone or seen in a log has a form of its own, any other case begins with a title alone. */
import { useState } from 'react'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { openNewCase } from './acts.ts'

export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const [byHand, setByHand] = useState(false)
  return (
    <Dialog title={t('queue.new-title')} sentence={t('queue.new-sentence')} onClose={onClose}>
      {byHand ? <Title onClose={onClose} /> : <Kinds onByHand={() => setByHand(true)} onClose={onClose} />}
    </Dialog>
  )
}

function Kinds({ onByHand, onClose }: { readonly onByHand: () => void; readonly onClose: () => void }) {
  const told = (channel: 'phone' | 'log') => (): void => {
    onClose()
    go({ page: 'call', params: { channel } })
  }
  return (
    <div className="queue-people">
      <ActionButton keys="p" label={t('queue.new-phone')} autoFocus onAct={told('phone')} />
      <ActionButton keys="l" label={t('queue.new-log')} onAct={told('log')} />
      <ActionButton keys="n" label={t('queue.new-hand')} onAct={onByHand} />
    </div>
  )
}

function Title({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const create = async (): Promise<void> => {
    if (await openNewCase(title)) onClose()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextField label={t('queue.case-title')} value={title} onChange={setTitle} autoFocus />
      <div className="row form-foot">
        <Button look="quiet" kbd="Escape" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="filled" kbd="Enter" disabled={title.trim() === ''}>
          {t('queue.create')}
        </Button>
      </div>
    </form>
  )
}
