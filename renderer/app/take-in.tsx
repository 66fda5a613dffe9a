/** Takes in what is dropped anywhere or pasted outside text fields: sealed into the tray first, then shown. */
import { useEffect, useState } from 'react'
import { saying } from '../../shared/words/say.ts'
import { showSources } from '../features/cards/take-sources.ts'
import { openMessage } from '../state/exchanges.ts'
import { openCapsule } from '../state/handover.ts'
import { offerKeys } from '../state/offered-keys.ts'
import { currentRoute, go, type PageName } from '../state/route.ts'
import { showDone, told } from '../state/toasts.ts'
import { isTextField } from '../ui/keys/listen.ts'
import { registry } from '../ui/keys/use-keys.ts'
import { t } from '../ui/t.ts'
import { pairFiles } from './pair-files.ts'

const contactPages: readonly PageName[] = ['contacts', 'card', 'card-import']
const capsulePages: readonly PageName[] = ['handover', 'merge']

interface Taken {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const bytesOf = async (file: File): Promise<Taken> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** By its name anywhere; where capsules are looked at, anything that is dropped alone. */
const isCapsule = (taken: readonly Taken[], page: PageName): boolean =>
  taken.length === 1 && (capsulePages.includes(page) || taken[0]?.name.toLowerCase().endsWith('.signet') === true)

/** What is no capsule for here is refused on the page of the handover, with the reason. */
async function showCapsule({ name, bytes }: Taken): Promise<void> {
  const capsule = await openCapsule({ name, bytes })
  go(capsule === null ? { page: 'handover', params: {} } : { page: 'merge', params: { id: capsule.id } })
}

/** Where contacts are looked at, what is dropped is one, on the keyring it is keys; elsewhere it is a message, with its signature file beside it. One is shown at once; of several the tray is. */
async function takeIn(taken: readonly Taken[]): Promise<void> {
  const { page } = currentRoute()
  const [one] = taken
  if (one !== undefined && isCapsule(taken, page)) return showCapsule(one)
  if (page === 'keyring') return offerKeys(taken)
  if (contactPages.includes(page)) return void (await showSources(taken))
  const opened: string[] = []
  for (const { file, signature } of pairFiles(taken)) {
    const intake = told(await (signature === null ? openMessage(file) : openMessage(file, signature)))
    if (intake !== null) opened.push(intake.exchange.id)
  }
  const [first] = opened
  if (first === undefined) return
  if (opened.length === 1) return go({ page: 'intake', params: { exchange: first } })
  showDone(saying('ui.taken-in-many', { n: opened.length }))
  go({ page: 'tray', params: {} })
}

async function pasted(data: DataTransfer): Promise<void> {
  const text = data.getData('text/plain')
  const files = await Promise.all([...data.files].map(bytesOf))
  if (files.length > 0) return takeIn(files)
  if (text.trim() !== '') await takeIn([{ name: t('ui.pasted-name'), bytes: new TextEncoder().encode(text) }])
}

export function TakeIn() {
  const [over, setOver] = useState(false)
  useEffect(() => listen(setOver), [])
  if (!over) return null
  return (
    <div className="drop-over">
      <p className="empty-title">{t('ui.drop')}</p>
      <p className="dim">{t('ui.drop-why')}</p>
    </div>
  )
}

function listen(setOver: (over: boolean) => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    setOver(!registry.layered())
  }
  const onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (registry.layered() || event.dataTransfer === null) return
    const files = [...event.dataTransfer.files]
    void Promise.all(files.map(bytesOf)).then(takeIn)
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (isTextField(document.activeElement) || registry.layered() || event.clipboardData === null) return
    event.preventDefault()
    void pasted(event.clipboardData)
  }
  window.addEventListener('dragover', onOver, { signal })
  window.addEventListener('dragleave', onLeave, { signal })
  window.addEventListener('drop', onDrop, { signal })
  window.addEventListener('paste', onPaste, { signal })
  return () => stop.abort()
}
