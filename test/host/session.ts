/** session, protocol and webRequest: what a window may ask for is decided by the handlers that the shell registers. */
import type { PageRequest, Served } from './driver-messages.ts'
import { lifecycle } from './lifecycle.ts'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (
  details: { readonly url: string; readonly method: string },
  callback: (verdict: { cancel?: boolean }) => void,
) => void

export interface CustomScheme {
  readonly scheme: string
  readonly privileges?: Readonly<Record<string, boolean>>
}

const privileged = new Set<string>()

class Protocol {
  readonly handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (lifecycle.ready) throw new Error('registerSchemesAsPrivileged must be called before app is ready')
    if (privileged.size > 0) throw new Error('registerSchemesAsPrivileged can be called only once')
    for (const { scheme } of schemes) privileged.add(scheme)
  }

  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    this.handlers.set(scheme, handler)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }
}

export class Session {
  readonly protocol = new Protocol()
  #beforeRequest: BeforeRequest | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#beforeRequest = listener
    },
  }

  /** The browser is started so that it grants nothing; what the shell decides is kept only for tests to ask. */
  permissionRequest: ((contents: unknown, permission: string, callback: (granted: boolean) => void) => void) | null =
    null
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null

  setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
    this.permissionCheck = handler
  }

  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}
  on(): this {
    return this
  }

  /** null: nobody may answer this request. */
  async answer(request: PageRequest): Promise<Served | null> {
    if (await this.#cancelled(request)) return null
    const handler = this.protocol.handlers.get(request.url.slice(0, Math.max(0, request.url.indexOf(':'))))
    if (!handler) return null
    const response = await handler(new Request(request.url, { method: request.method, headers: request.headers }))
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }

  #cancelled({ url, method }: PageRequest): Promise<boolean> {
    const listener = this.#beforeRequest
    if (!listener) return Promise.resolve(false)
    return new Promise((resolve) => {
      try {
        listener({ url, method }, ({ cancel }) => resolve(cancel === true))
      } catch (error) {
        // As in Electron: nobody catches it.
        queueMicrotask(() => {
          throw error
        })
      }
    })
  }
}

const partitions = new Map<string, Session>()

function fromPartition(partition: string): Session {
  const found = partitions.get(partition) ?? new Session()
  partitions.set(partition, found)
  return found
}

export const session = {
  fromPartition,
  get defaultSession(): Session {
    return fromPartition('')
  },
}

/** Before `ready` only the registering of schemes is of use on it. */
export const protocol = session.defaultSession.protocol
