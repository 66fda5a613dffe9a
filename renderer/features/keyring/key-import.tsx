/** Opens the import where it is due: asked for on the page, offered by a paste or a drop, or led to from a message. */
import { useEffect, useMemo } from 'react'
import { openExchanges } from '../../state/exchanges.ts'
import { forgetOfferedKeys, useOfferedKeys, type KeyFile } from '../../state/offered-keys.ts'
import type { Pages } from '../../state/route.ts'
import { ImportDialog, pastedFile } from './import-dialog.tsx'

interface Props {
  readonly asked: boolean
  /** The message that leads here, and the key ID that it asks for. */
  readonly from: Pages['keyring']
  readonly onClose: () => void
  readonly onDone: (fingerprint: string | null) => void
}

export function KeyImport({ asked, from: { exchange, wanted }, onClose, onDone }: Props) {
  const offered = useOfferedKeys()
  const armoured = openExchanges.use(exchange ?? null).value?.message?.keysFound ?? null
  const inside = useMemo(() => (armoured === null ? null : pastedFile(armoured.join('\n'))), [armoured])
  useEffect(() => forgetOfferedKeys, [])
  const looksInside = exchange !== undefined && wanted === undefined
  // The keys of a message are looked at as soon as the message is read.
  if (offered === null && (!asked || (looksInside && inside === null))) return null
  const first: KeyFile | null = offered ?? (looksInside ? inside : null)
  return (
    <ImportDialog
      key={offered === null ? 'asked' : 'offered'}
      first={first}
      wanted={wanted ?? null}
      onClose={() => {
        forgetOfferedKeys()
        onClose()
      }}
      onDone={(fingerprint) => {
        forgetOfferedKeys()
        onDone(fingerprint)
      }}
    />
  )
}
