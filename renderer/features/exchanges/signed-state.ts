/** What may be said about the frame around a message's text: one word for its protection, never more than was proved. */
import type { MessageView } from '../../../shared/ipc/views.ts'

export type FrameState = 'verified' | 'signed' | 'rejected' | 'doubtful' | 'bad' | 'sealed' | 'plain'

export function frameState({ protection, signerTrust }: Pick<MessageView, 'protection' | 'signerTrust'>): FrameState {
  switch (protection.signature) {
    case 'good':
    case 'partial':
      if (signerTrust === 'rejected') return 'rejected'
      return signerTrust === 'verified' ? 'verified' : 'signed'
    case 'bad':
    case 'key-revoked':
      return 'bad'
    case 'unknown-key':
    case 'key-expired':
    case 'weak':
      return 'doubtful'
    case 'none':
      return protection.encrypted ? 'sealed' : 'plain'
  }
}

/** "6, 7, 9 to 12": runs of three and more are drawn together. */
export function numberRanges(numbers: readonly number[], to: string): string {
  const runs: (readonly [number, number])[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && number <= last[1] + 1) runs[runs.length - 1] = [last[0], number]
    else runs.push([number, number])
  }
  return runs
    .map(([first, last]) =>
      last - first > 1
        ? `${String(first)} ${to} ${String(last)}`
        : first === last
          ? String(first)
          : `${String(first)}, ${String(last)}`,
    )
    .join(', ')
}
