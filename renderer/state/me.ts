/** The analyst whose vault is open: code, tier, zone, keys, last backup. */
import type { Me } from '../../shared/ipc/views.ts'
import { client } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

export const me = createMirror<Me>(() => client['me.show']({}), ['me.changed'])
