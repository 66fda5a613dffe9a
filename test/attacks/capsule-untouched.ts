/** A desk that refuses a capsule is as it was: nothing in its log, no file more, nothing held. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Mate } from '../core/capsule/two-desks.ts'

const filesIn = (dir: string): readonly string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .toSorted()
    : []

export async function untouched(desk: Mate, work: () => Promise<void>): Promise<void> {
  const stateOf = async () => ({
    head: desk.core.session()?.store.head(),
    blobs: filesIn(join(desk.dir, 'blobs')),
    scratch: filesIn(join(desk.dir, 'capsule.tmp')),
    held: (await desk.call('handover.show', {})).capsules,
  })
  const before = await stateOf()
  await work()
  expect(await stateOf()).toEqual(before)
}
