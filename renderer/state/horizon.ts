/** What lapses soon, as core last said; asked again whenever a key, a card, a message or a case changes. */
import type { Horizon } from '../../shared/domain/horizon/horizon.ts'
import { client } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

export const horizon = createMirror<Horizon>(
  () => client['horizon.show']({}),
  ['card.changed', 'key.changed', 'queue.changed'],
)
