/** The calls about the vault itself: made, opened, its keys, its soundness, its backups. */
import { z } from 'zod'
import { core } from './call.ts'
import type { Job } from './card-views.ts'
import { analyst, file, none, passphrase, short, target } from './inputs.ts'
import type { Me } from './views.ts'
import type {
  BackupDone,
  BackupView,
  CheckView,
  ExportedAll,
  RestoreReport,
  VaultCheck,
  VaultInfo,
  VaultKeys,
  VaultPlace,
} from './vault-views.ts'

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
/** Three groups of the printed recovery key, counted from 1. */
const groups = z.array(z.object({ place: z.int().min(1).max(8), text: short })).length(3)

export const vaultCalls = {
  /** `device`: the passphrase alone does not open it, the system's keyring of this machine is needed too. */
  'vault.status': core<{ exists: boolean; trial: boolean; device: boolean }>()(none),
  'vault.create': core<{ recoveryKey: string; deskKey: string }>()(
    z.object({ passphrase, analyst, zone: short, trial: z.boolean() }),
  ),
  /** `readOnly`: nothing is written, every change is refused. */
  'vault.unlock': core<Me>()(z.object({ passphrase, readOnly: z.boolean().default(false) })),
  'vault.recover': core<Me>()(z.object({ recoveryKey: short, passphrase })),
  /** Opens the copy that a backup holds, read-only, in a folder of its own that goes at lock. */
  'vault.look': core<Me>()(z.object({ from: file, passphrase })),

  'vault.keys': core<VaultKeys>()(none),
  'vault.passphrase': core<null>()(z.object({ current: passphrase, next: passphrase })),
  /** A new data key: everything is sealed anew; older backups keep the old one. */
  'vault.rotate': core<Job>()(z.object({ passphrase })),
  /** A new printed key; the old sheet opens nothing any more. */
  'vault.recovery': core<{ recoveryKey: string }>()(z.object({ passphrase })),
  'vault.prove': core<VaultKeys>()(z.object({ groups })),
  /** Switched on only once the sheet was proved; off by the passphrase. */
  'vault.device': core<VaultKeys>()(z.object({ on: z.boolean(), passphrase })),

  'vault.info': core<VaultInfo>()(none),
  'vault.place': core<VaultPlace>()(none),
  /** The full check at once, for the command line. */
  'vault.check': core<VaultCheck>()(none),
  /** The same as a job; where one was stopped the next goes on from there. */
  'soundness.check': core<CheckView>()(none),
  'soundness.show': core<CheckView>()(none),

  'vault.backup': core<BackupDone>()(z.object({ to: target })),
  'vault.verify': core<BackupDone>()(z.object({ from: file, passphrase })),
  /** Into the chosen, still empty vault folder. */
  'vault.restore': core<RestoreReport>()(z.object({ from: file, passphrase })),
  'backup.show': core<BackupView>()(none),
  'backup.plan': core<BackupView>()(
    z.object({
      every: z.enum(['never', 'day', 'week']),
      at: clockTime,
      /** A folder that was chosen now; null: as it is; 'none': remind only. */
      folder: z.union([target, z.literal('none')]).nullable(),
    }),
  ),
  /** Into the folder of the plan, or where the grant says; goes on as a job while the desk is served. */
  'backup.start': core<Job>()(z.object({ to: target.nullable() })),
  /** Everything in open formats, in one archive that is not sealed: with a reason and the personal code, journalled. */
  'export.all': core<ExportedAll>()(
    z.object({ to: target, reason: short, code: short, blobs: z.boolean().default(true) }),
  ),
}
