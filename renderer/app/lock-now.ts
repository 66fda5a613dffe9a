/** Locking by hand: what is being typed is written first. */
import { lock } from '../state/desk.ts'
import { writeUnsaved } from '../ui/unsaved.ts'

export async function lockNow(): Promise<void> {
  await writeUnsaved()
  await lock()
}
