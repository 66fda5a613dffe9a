/** Announcements: the archive, the one being looked at, and every change of it. */
import type { Input } from '../../shared/ipc/contract.ts'
import type { Bulletin, BulletinRow, BulletinView } from '../../shared/ipc/exchange-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

export const bulletins = createMirror<readonly BulletinRow[]>(() => client['bulletin.list']({}), ['bulletin.changed'])

/** `openBulletins.use(id)`; cards and keys change how each recipient gets it. */
export const openBulletins = createKeyedMirror<BulletinView, 'bulletin.changed' | 'card.changed' | 'key.changed'>(
  (id) => client['bulletin.show']({ id }),
  [{ feed: 'bulletin.changed' }, { feed: 'card.changed' }, { feed: 'key.changed' }],
)

async function taking(asking: Promise<Answer<BulletinView>>): Promise<Answer<BulletinView>> {
  const answer = await asking
  if (answer.ok) openBulletins.take(answer.value.bulletin.id, answer.value)
  return answer
}

/** What a person writes in one. */
export type BulletinForm = Pick<Bulletin, 'kind' | 'title' | 'text' | 'language' | 'tlp' | 'to'>

export const bulletinFormOf = ({ bulletin }: BulletinView): BulletinForm => {
  const { kind, title, text, language, tlp, to } = bulletin
  return { kind, title, text, language, tlp, to }
}

export const newBulletin = (wish: Input<'bulletin.new'>): Promise<Answer<BulletinView>> =>
  taking(client['bulletin.new'](wish))

export const saveBulletin = (id: string, form: BulletinForm): Promise<Answer<BulletinView>> =>
  taking(client['bulletin.save']({ ...form, id, to: [...form.to] }))

export const dropBulletin = (id: string): Promise<Answer<null>> => client['bulletin.drop']({ id })

export const releaseBulletin = (id: string, grant: string): Promise<Answer<BulletinView>> =>
  taking(client['bulletin.release']({ id, to: { grant } }))

/** The signed text to the clipboard. */
export const copyBulletin = (id: string): Promise<Answer<null>> => client['bulletin.copy']({ id })

export const markDelivery = (wish: Input<'bulletin.mark'>): Promise<Answer<BulletinView>> =>
  taking(client['bulletin.mark'](wish))
