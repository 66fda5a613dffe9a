/** The calls of the bona fide ledger and of client PINs. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { withSession, type Desk } from '../session.ts'
import { addCheck, withdrawCheck } from './checks.ts'
import { checkPin, dropPin, setPin } from './pins.ts'

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `check.${string}` | `pin.${string}`>>

export const checkHandlers = (desk: Desk): Calls => ({
  'check.add': withSession(desk, addCheck),
  'check.withdraw': withSession(desk, withdrawCheck),
  'pin.set': withSession(desk, setPin),
  'pin.check': withSession(desk, checkPin),
  'pin.drop': withSession(desk, dropPin),
})
