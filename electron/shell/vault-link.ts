/** Starts the vault process and ends it. Only control messages pass here; calls go over the port that main hands on. */
import { utilityProcess, type MessagePortMain } from 'electron'
import { fromVaultSchema, type FromVault, type ToVault } from '../../shared/ipc/control.ts'
import { places } from './places.ts'

export interface VaultLink {
  readonly send: (message: ToVault, ports?: MessagePortMain[]) => void
  /** Lets it finish what it writes, then kills it; fulfilled when the process is gone. */
  readonly end: () => Promise<void>
}

export interface VaultEvents {
  readonly said: (message: FromVault) => void
  readonly gone: () => void
}

const finishMs = 1_000
const killMs = 500

export function startVault(events: VaultEvents): VaultLink {
  const child = utilityProcess.fork(places.vaultProcess, [], { serviceName: 'Signet vault' })
  let ending = false
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.once('exit', () => {
    if (!ending) events.gone()
  })
  child.on('message', (message: unknown) => {
    const parsed = fromVaultSchema.safeParse(message)
    if (parsed.success && !ending) events.said(parsed.data)
  })
  const send = (message: ToVault, ports: MessagePortMain[] = []): void => child.postMessage(message, ports)
  const end = async (): Promise<void> => {
    ending = true
    send({ kind: 'close' })
    const terminate = setTimeout(() => child.kill(), finishMs)
    const kill = setTimeout(() => killHard(child.pid), finishMs + killMs)
    await gone
    clearTimeout(terminate)
    clearTimeout(kill)
  }
  return { send, end }
}

function killHard(pid: number | undefined): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}
