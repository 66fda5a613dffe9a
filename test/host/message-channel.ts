/** MessageChannelMain: the main process only hands the two ends on, so an end is just the path of a local pipe. */
import { EventEmitter } from 'node:events'
import { newWirePath } from './wire.ts'

export class MessagePortMain extends EventEmitter {
  readonly wire: string

  constructor(wire: string) {
    super()
    this.wire = wire
  }

  /** Not needed by a main process that only introduces: using an end there is a bug worth hearing of. */
  postMessage(): never {
    throw new Error('the host relays ports between a page and a utility process only')
  }

  start(): never {
    return this.postMessage()
  }

  close(): void {
    this.emit('close')
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const wire = newWirePath()
    this.port1 = new MessagePortMain(wire)
    this.port2 = new MessagePortMain(wire)
  }
}
