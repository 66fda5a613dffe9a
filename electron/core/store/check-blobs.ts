/** Every sealed file is opened to its end. */
import { saying, type Saying } from '../../../shared/words/say.ts'
import { listBlobs, readBlob } from './blobs.ts'
import type { Store } from './store.ts'

export function* blobsDamaged(store: Pick<Store, 'db' | 'dir'>): Iterable<Saying> {
  for (const { id } of listBlobs(store)) {
    if (!readBlob(store, id, () => undefined)) yield saying('damage-blob', { blob: id })
  }
}
