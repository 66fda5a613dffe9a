/** Brings keys in: from a file or pasted, always looked at first, and undecided afterwards. */
import { useState } from 'react'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { importKey, inspectKeys } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { sentence, t } from '../../ui/t.ts'

type File = Input<'key.import'>['file']
type Inspected = Output<'key.inspect'>

/** A grant is good for one use: what was chosen is imported at once, what was pasted is shown first. */
export function ImportDialog({
  onClose,
  onDone,
}: {
  readonly onClose: () => void
  readonly onDone: (fingerprint: string) => void
}) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<Inspected | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const pasted = (): File => ({ name: t('ui.pasted-name'), bytes: new TextEncoder().encode(text) })
  const look = async (): Promise<void> => {
    const answer = await inspectKeys(pasted())
    setFound(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : answer.problem)
  }
  const take = async (file: File): Promise<void> => {
    const answer = await importKey({ file })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('import.done', { n: answer.value.length }))
    onDone(answer.value[0]?.fingerprint ?? '')
  }
  const choose = async (): Promise<void> => {
    const file = told(await pick('open', t('import.title')))?.[0]
    if (file !== undefined) await take(file)
  }
  return (
    <Dialog
      title={t('import.title')}
      sentence={t('import.why')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" kbd="Escape" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button onPress={() => void choose()}>{t('import.choose')}</Button>
          {found === null ? (
            <Button look="filled" disabled={text.trim() === ''} onPress={() => void look()}>
              {t('import.look')}
            </Button>
          ) : (
            <Button look="filled" onPress={() => void take(pasted())}>
              {t('import.go', { n: found.length })}
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label={t('import.paste')}
        value={text}
        rows={found === null ? 10 : 4}
        onChange={(typed) => {
          setText(typed)
          setFound(null)
        }}
        mono
        autoFocus
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      {found?.map((key, at) => (
        <Preview key={key.fingerprint ?? at} found={key} />
      ))}
    </Dialog>
  )
}

function Preview({ found }: { readonly found: Inspected[number] }) {
  const { fingerprint, userIds, state, canEncrypt, algorithm, findings } = found
  return (
    <Note tone={canEncrypt ? 'plain' : 'condition'}>
      <p className="strong">{userIds.join(', ')}</p>
      {fingerprint === null ? null : <Fingerprint value={fingerprint} />}
      <p className="dim">
        {t(`key.state.${state}`)}, {algorithm ?? ''}
      </p>
      {findings.map((finding) => (
        <p key={finding.code}>{sentence(finding)}</p>
      ))}
    </Note>
  )
}
