/** The system's keyring as the vault process has it: by asking main, one answer to each question. */
import type { DeviceAnswer, DeviceAsk } from '../../../shared/ipc/control.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { DeviceKeyring } from '../ports.ts'

/** The system may ask a person to unlock its keyring first. */
const patienceMs = 120_000

const late: DeviceAnswer = { problem: { code: 'device-failed', params: { detail: 'no answer' } }, data: '' }

export interface AskedKeyring {
  readonly device: DeviceKeyring
  readonly answered: (id: number, answer: DeviceAnswer) => void
}

export function keyringOver(ask: (id: number, wish: DeviceAsk) => void): AskedKeyring {
  const waiting = new Map<number, (answer: DeviceAnswer) => void>()
  let last = 0
  const asked = (wish: DeviceAsk): Promise<DeviceAnswer> => {
    const id = ++last
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(late), patienceMs)
      waiting.set(id, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      ask(id, wish)
    })
  }
  return {
    device: {
      refusal: async () => (await asked({ ask: 'refusal' })).problem,
      seal: async (secret) => {
        const { problem, data } = await asked({ ask: 'seal', data: Buffer.from(secret).toString('base64') })
        return problem === null ? ok(data) : fail(problem)
      },
      open: async (sealed) => {
        const { problem, data } = await asked({ ask: 'open', data: sealed })
        if (problem !== null) return fail(problem)
        return data === '' ? fail(saying('device-lost')) : ok(Buffer.from(data, 'base64'))
      },
    },
    answered: (id, answer) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
