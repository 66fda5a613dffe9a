/** The thread that hashes along with a large file, so that cipher and hashes share two processors. */
import { ok } from '../../../shared/kit/result.ts'
import { serveLane } from '../pgp/stream/hash-lane.ts'
import { answer } from './answer.ts'

answer(async ({ lane }: { readonly lane: SharedArrayBuffer }) => {
  serveLane(lane)
  return Promise.resolve(ok(null))
})
