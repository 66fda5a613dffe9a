/**
 * How a test steers the host: over the IPC channel that its launcher opened. A host that was started by hand has none.
 * What passes through the main process is reported here, so that a test can look for case text in it.
 */
import { EventEmitter } from 'node:events'
import { structuredText } from './structured.ts'

export type FromTest =
  /** The answers to the next file dialog; an empty list cancels it. */
  | { readonly kind: 'dialog'; readonly paths: readonly string[] }
  | { readonly kind: 'power'; readonly event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown' }
  | { readonly kind: 'idle'; readonly seconds: number }
  /** As Electron names the backends of Linux. `renewed`: what was sealed before opens no more. */
  | { readonly kind: 'keyring'; readonly backend: string; readonly renewed: boolean }
  | { readonly kind: 'close-window' }

export type ToTest =
  | { readonly kind: 'window'; readonly state: 'started' | 'loaded' | 'gone'; readonly browserPid: number }
  | { readonly kind: 'vault'; readonly state: 'started' | 'gone'; readonly pid: number }
  /** A message of the main process, whole, as text. */
  | { readonly kind: 'passed'; readonly way: string; readonly text: string }
  | { readonly kind: 'notification'; readonly title: string; readonly body: string }
  | { readonly kind: 'clipboard'; readonly text: string }

const text = structuredText()
const orders = new EventEmitter()

export const controlled = process.send !== undefined && process.env['SIGNET_HOST_TEST'] === '1'

if (controlled) {
  process.on('message', (message: FromTest) => orders.emit(message.kind, message))
  process.on('disconnect', () => process.exit(0))
  process.channel?.unref()
}

export function report(message: ToTest): void {
  if (controlled && process.connected) process.send?.(message)
}

export function reportPassed(way: string, message: unknown): void {
  if (controlled) report({ kind: 'passed', way, text: text.encode(message) })
}

export function onOrder<K extends FromTest['kind']>(
  kind: K,
  obey: (order: Extract<FromTest, { kind: K }>) => void,
): void {
  orders.on(kind, obey)
}
