/** While the database is sealed anew nothing may be written to the old one: what was acknowledged then would be lost. */
import type { Database } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { fail } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'

const paused = new WeakMap<Database, () => boolean>()

/** Commits are refused as long as `isOn` says so. */
export const pauseCommits = ({ db }: Pick<Store, 'db'>, isOn: () => boolean): void => void paused.set(db, isOn)

export const isPaused = ({ db }: Pick<Store, 'db'>): boolean => paused.get(db)?.() === true

export const pausable = (store: Store): Store => ({
  ...store,
  commit: (work) => (isPaused(store) ? fail(saying('vault-resealing')) : store.commit(work)),
})
