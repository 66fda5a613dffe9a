/** Times two ways of doing the same, in turns so that a busy machine bears on both alike, and prints how they compare. */
export interface Row {
  readonly name: string
  /** The most that ours may take of theirs. */
  readonly bar: number
  /** Milliseconds, one a run. */
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
}

export const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

export const ms = (times: readonly number[]): string => `${median(times).toFixed(median(times) < 100 ? 1 : 0)} ms`

/** The first run of each warms up and does not count. */
export async function compare(
  name: string,
  bar: number,
  runs: number,
  ours: () => Promise<unknown>,
  theirs: () => void,
): Promise<Row> {
  const times: { ours: number; theirs: number }[] = []
  for (let run = 0; run <= runs; run += 1) {
    times.push({ ours: await timed(ours), theirs: await timed(theirs) })
  }
  const counted = times.slice(1)
  return { name, bar, ours: counted.map((one) => one.ours), theirs: counted.map((one) => one.theirs) }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function row({ name, bar, ours, theirs }: Row): string {
  const ratio = median(ours) / median(theirs)
  const pairs = ours.map((time, at) => time / (theirs[at] ?? 1))
  return [
    name.padEnd(44),
    ms(ours).padStart(9),
    `gpg ${ms(theirs)}`.padStart(14),
    `${ratio.toFixed(2)} x`.padStart(8),
    `(pairs ${median(pairs).toFixed(2)})`,
    `bar ${bar}`,
    ratio <= bar ? '' : 'MISSED',
  ].join('  ')
}
