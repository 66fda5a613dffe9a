/** powerMonitor: idle is counted from the last key or movement in the window; power events come only from a test. */
import { EventEmitter } from 'node:events'
import { controlled, onOrder } from './control.ts'

class PowerMonitor extends EventEmitter {
  #lastInput = Date.now()
  /** Under a test nobody sits there: it says itself for how long. */
  #said = 0

  constructor() {
    super()
    onOrder('power', ({ event }) => this.emit(event))
    onOrder('idle', ({ seconds }) => void (this.#said = seconds))
  }

  stir(): void {
    this.#lastInput = Date.now()
  }

  getSystemIdleTime(): number {
    return controlled ? this.#said : Math.floor((Date.now() - this.#lastInput) / 1_000)
  }

  getSystemIdleState(threshold: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= threshold ? 'idle' : 'active'
  }
}

export const powerMonitor = new PowerMonitor()
