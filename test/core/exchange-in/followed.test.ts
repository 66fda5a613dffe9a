/** Work on a large file among the jobs of the desk. */
import { expect, it } from 'vitest'
import { followed } from '../../../electron/core/exchange/followed.ts'
import { createJobs } from '../../../electron/core/jobs.ts'
import { fixedPorts } from '../vault-fixture.ts'

const around = () => ({ jobs: createJobs(() => undefined), ports: fixedPorts() })

it('shows how many megabytes are read, and is done with its work', async () => {
  const { jobs, ports } = around()
  const file = { name: 'disk.img.pgp', bytes: 3_000_000 }
  const answer = await followed({ jobs, ports }, file, async ({ onProgress }) => {
    onProgress(2_500_000, file.bytes)
    return 'opened'
  })
  await jobs.settled()
  expect(answer).toBe('opened')
  expect(jobs.list()).toMatchObject([{ name: 'disk.img.pgp', state: 'done', done: 2, total: 3 }])
})

it('ends its work when a person cancels it', async () => {
  const { jobs, ports } = around()
  const stopped = followed(
    { jobs, ports },
    { name: 'disk.img.pgp', bytes: 1 },
    ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'))),
  )
  jobs.cancel(jobs.list()[0]?.id ?? '')
  expect(await stopped).toBe('stopped')
})
