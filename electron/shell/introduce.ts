/** Hands one end of a channel to the vault process and the other to the page, after which main hears nothing of them. */
import { MessageChannelMain, type WebContents } from 'electron'
import { isDesk } from './sender.ts'
import type { VaultLink } from './vault-link.ts'

export function introduce(contents: WebContents, vault: VaultLink): void {
  if (!isDesk(contents.mainFrame)) return
  const { port1, port2 } = new MessageChannelMain()
  vault.send({ kind: 'serve' }, [port1])
  contents.postMessage('introduce', null, [port2])
}
