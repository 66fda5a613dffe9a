/** What is done on the page of the handover, each with what is said afterwards and its way back. */
import type { CapsuleMade, CapsuleView, HandoverView } from '../../../shared/ipc/handover-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import {
  answerCapsule,
  giveBack,
  openCapsule,
  readLine,
  takeOver,
  withdraw,
  writeHandover,
} from '../../state/handover.ts'
import { changeCase } from '../../state/open-case.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { t } from '../../ui/t.ts'
import type { TickedLine } from './lines.ts'

/** What somebody said to a line stays when its tick is taken away. */
export const tick = async ({ line }: TickedLine, read: boolean): Promise<void> =>
  void told(await readLine({ line: line.id, read }))

export async function withdrawIt({ shift, given }: HandoverView): Promise<void> {
  if (told(await withdraw()) !== null)
    showDone(saying('handover.withdrawn', { by: shift.by, to: given?.to ?? shift.to ?? '' }))
}

export async function takeIt(): Promise<void> {
  const view = told(await takeOver())
  if (view !== null) showDone(saying('handover.took', { n: view.taken?.owners ?? 0 }), () => void giveItBack(view))
}

export async function giveItBack({ shift: { by } }: HandoverView): Promise<void> {
  if (told(await giveBack()) !== null) showDone(saying('handover.given-back', { by }))
}

/** The taker does not take it: the cases that came stay, duty stays with the giver. */
export async function layAside({ shift: { by } }: HandoverView): Promise<void> {
  if (told(await withdraw()) !== null) showDone(saying('handover.laid-aside', { by }))
}

/** The receipt makes room for what the next shift will be told. */
export const beginNext = async (): Promise<void> => void told(await writeHandover({}))

export async function removeOwn(line: TickedLine & { readonly list: 'own' }): Promise<void> {
  const { id, text } = line.line
  if (told(await writeHandover({ remove: id })) === null) return
  showDone(saying('handover.removed'), () => void writeHandover({ add: text }).then(told))
}

/** `code` empty: nobody. */
export async function reassign(number: string, code: string): Promise<boolean> {
  const changed = told(await changeCase(number, { do: 'set', field: 'owner', value: code === '' ? null : code }))
  if (changed === null) return false
  const said =
    code === '' ? saying('handover.reassigned-nobody', { number }) : saying('handover.reassigned', { number, code })
  showDone(said, () => void changeCase(number, { do: 'undo' }).then(told))
  return true
}

/** By the dialog of the system; what opens is looked at on a page of its own, what does not says why on this one. */
export async function chooseCapsule(): Promise<void> {
  const file = told(await pick('open', t('handover.open-purpose')))?.[0]
  if (file !== undefined) showCapsule(await openCapsule(file))
}

const showCapsule = (capsule: CapsuleView | null): void => {
  if (capsule !== null) go({ page: 'merge', params: { id: capsule.id } })
}

/** "shift-20261122-2000.signet": when the shift ends, UTC. */
export const fileName = (kind: 'shift' | 'receipt' | 'field' | 'back', at: string): string =>
  `${kind}-${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11, 16).replace(':', '')}.signet`

/** The receipt, or what was done since: to a place that is chosen; null where nothing was written. */
export async function writeAnswer(what: 'receipt' | 'back', at: string): Promise<CapsuleMade | null> {
  const purpose = t(what === 'receipt' ? 'handover.receipt-purpose' : 'handover.send-back-purpose')
  const place = told(await pick('save', purpose, fileName(what, at)))?.[0]
  return place === undefined ? null : told(await answerCapsule(place.grant))
}
