/** Reads a document for the tests of the card reader and picks findings from it. */
import { existsSync, readFileSync } from 'node:fs'
import type { CardFindingCode, CardReading } from '../../../shared/domain/card/card-reading.ts'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import type { Params } from '../../../shared/words/slots.ts'

export const NOW = '2026-11-22T12:00:00Z'

export function read(text: string): CardReading {
  const result = readCard(text, { now: NOW })
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const project = new URL('../../../', import.meta.url)
export const material = (name: string): string => readFileSync(new URL(`test/material/cards/${name}`, project), 'utf8')

/** A folder of the shared material beside the project; null where only the project is there. */
export function sharedFolder(name: string): URL | null {
  const folder = new URL(`../shared/${name}/`, project)
  if (existsSync(folder)) return folder
  console.log(`skipped: ../shared/${name} is not there`)
  return null
}

export const lineOf = (card: CardReading, code: CardFindingCode): number | null | undefined =>
  card.findings.find((finding) => finding.code === code)?.line

export const paramsOf = (card: CardReading, code: CardFindingCode): Params | undefined =>
  card.findings.find((finding) => finding.code === code)?.params

/** "always email pgp": the channel rules without their lines. */
export const rulesOf = (card: CardReading): readonly string[] =>
  card.channelRules.map(({ when, channel, protection }) => `${when} ${channel} ${protection}`)

export const codes = (card: CardReading): readonly CardFindingCode[] => card.findings.map(({ code }) => code)
