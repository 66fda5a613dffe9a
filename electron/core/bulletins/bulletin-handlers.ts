/** The calls about announcements and advisories. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/kit/result.ts'
import { withSession, type Desk } from '../session.ts'
import { bulletinsOf } from './bulletin-records.ts'
import { copyBulletin, releaseBulletin } from './bulletin-release.ts'
import {
  bulletinView,
  findBulletin,
  findUnreleased,
  listBulletins,
  markDelivery,
  newBulletin,
  saveBulletin,
} from './bulletins.ts'

type BulletinCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `bulletin.${string}`>>

export const bulletinHandlers = (desk: Desk): BulletinCalls => ({
  'bulletin.list': withSession(desk, (session) => ok(listBulletins(session))),
  'bulletin.new': withSession(desk, newBulletin),
  'bulletin.save': withSession(desk, (session, change) => {
    const found = findUnreleased(session, change.id)
    return found.ok ? saveBulletin(session, { ...found.value, ...change }) : found
  }),
  'bulletin.show': withSession(desk, (session, { id }) => {
    const found = findBulletin(session, id)
    return found.ok ? ok(bulletinView(session, found.value)) : found
  }),
  'bulletin.drop': withSession(desk, (session, { id }) => {
    const found = findUnreleased(session, id)
    if (!found.ok) return found
    const done = session.store.commit((tx) => {
      bulletinsOf(session.store).drop(tx, id)
      return ok(null)
    })
    session.news('bulletin.changed', null)
    return done
  }),
  'bulletin.release': withSession(desk, releaseBulletin),
  'bulletin.copy': withSession(desk, (session, { id }) => copyBulletin(session, id)),
  'bulletin.mark': withSession(desk, markDelivery),
})
