/** Files that hold what the vault held when they were made: a purge cannot reach them, so it names them. */
import { z } from 'zod'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const copySchema = z.object({
  what: z.enum(['backup', 'capsule', 'export']),
  at: z.string(),
  name: z.string(),
  /** Numbers of the cases in it; missing: all that there were. */
  cases: z.array(z.string()).optional(),
})

export const copiesOf = (store: Pick<Store, 'db'>): Records<z.infer<typeof copySchema>> =>
  recordsOf(store, 'copy-made', copySchema)
