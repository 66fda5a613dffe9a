/** Lists what was changed between the characters as printed and those of the proved key. */
import type { KeyRepair } from '../../../../shared/domain/key/key.ts'

/** No repair changes more than a few characters in a row. */
const BAND = 12

/**
 * The shortest list of changes. `at` counts the base64 characters as printed from 1; of a lost character it is the place of the printed one
 * before which it belongs.
 */
export function listRepairs(printed: readonly string[], proved: readonly string[]): readonly KeyRepair[] {
  const [rows, width] = [printed.length + 1, 2 * BAND + 1]
  const costs = new Uint16Array(rows * width).fill(0xffff)
  const cell = (row: number, column: number): number => {
    const place = column - row + BAND
    return place < 0 || place >= width || row < 0 || column < 0 ? -1 : row * width + place
  }
  const cost = (row: number, column: number): number => costs[cell(row, column)] ?? 0xffff
  for (let row = 0; row < rows; row += 1) {
    for (let column = Math.max(0, row - BAND); column <= Math.min(proved.length, row + BAND); column += 1) {
      const isSame = printed[row - 1] === proved[column - 1]
      const best = Math.min(
        row > 0 && column > 0 ? cost(row - 1, column - 1) + (isSame ? 0 : 1) : 0xffff,
        cost(row - 1, column) + 1,
        cost(row, column - 1) + 1,
      )
      costs[cell(row, column)] = row === 0 && column === 0 ? 0 : best
    }
  }
  return traceBack(printed, proved, cost)
}

function traceBack(
  printed: readonly string[],
  proved: readonly string[],
  cost: (row: number, column: number) => number,
): readonly KeyRepair[] {
  const repairs: KeyRepair[] = []
  let [row, column] = [printed.length, proved.length]
  while (row > 0 || column > 0) {
    const here = cost(row, column)
    const [was, is] = [printed[row - 1] ?? '', proved[column - 1] ?? '']
    if (row > 0 && column > 0 && cost(row - 1, column - 1) + (was === is ? 0 : 1) === here) {
      if (was !== is) repairs.push({ at: row, was, is })
      row -= 1
      column -= 1
    } else if (column > 0 && cost(row, column - 1) + 1 === here) {
      repairs.push({ at: row + 1, was: '', is })
      column -= 1
    } else if (row > 0 && cost(row - 1, column) + 1 === here) {
      repairs.push({ at: row, was, is: '' })
      row -= 1
    } else return []
  }
  return repairs.toReversed()
}
