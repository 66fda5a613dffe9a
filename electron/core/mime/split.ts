/** Splits a mail into its parts without changing a byte, because a signature covers bytes and a reader must show those same bytes. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { firstField, readFields, readStructured, type HeaderField, type StructuredValue } from './header-fields.ts'
import type { ReadLimits } from './limits.ts'

export interface MimePart {
  /** The entity with its header and without the line break that belongs to the next boundary (RFC 2046, 5.1.1). */
  readonly raw: Buffer
  readonly head: Buffer
  readonly body: Buffer
  readonly fields: readonly HeaderField[]
  readonly type: StructuredValue
  readonly disposition: StructuredValue
  readonly parts: readonly MimePart[]
}

/** What is left of the limits; shared by all messages inside one mail, so that nesting buys nothing. */
export interface MimeBudget {
  parts: number
  headerBytes: number
  readonly limits: ReadLimits
}

export const mimeBudget = (limits: ReadLimits): MimeBudget => ({
  parts: limits.parts,
  headerBytes: limits.headerBytes,
  limits,
})

class Refusal extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

const LF = 0x0a
const CR = 0x0d

/** @returns the tree, or `message-headers-too-large`, `message-too-many-parts`, `message-too-deep`. */
export function splitMime(bytes: Uint8Array, budget: MimeBudget): Result<MimePart, Saying> {
  try {
    return ok(readPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), budget, 0, 'text/plain'))
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem)
    throw error
  }
}

function readPart(raw: Buffer, budget: MimeBudget, depth: number, defaultType: string): MimePart {
  const { limits } = budget
  if (depth > limits.depth) throw new Refusal(saying('message-too-deep', { limit: limits.depth }))
  budget.parts -= 1
  if (budget.parts < 0) throw new Refusal(saying('message-too-many-parts', { limit: limits.parts }))
  const { headEnd, bodyStart } = findBody(raw, budget)
  budget.headerBytes -= headEnd
  const head = raw.subarray(0, headEnd)
  const fields = readFields(head.toString('latin1'))
  const type = readStructured(firstField(fields, 'content-type') || defaultType)
  const body = raw.subarray(bodyStart)
  return {
    raw,
    head,
    body,
    fields,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type : { value: 'text/plain', params: type.params },
    disposition: readStructured(firstField(fields, 'content-disposition')),
    parts: readParts(body, type, budget, depth),
  }
}

function findBody(raw: Buffer, budget: MimeBudget): { headEnd: number; bodyStart: number } {
  if (raw[0] === LF) return { headEnd: 0, bodyStart: 1 }
  if (raw[0] === CR && raw[1] === LF) return { headEnd: 0, bodyStart: 2 }
  const window = raw.subarray(0, budget.headerBytes + 4)
  const ends = [
    { at: window.indexOf('\n\r\n'), skip: 3 },
    { at: window.indexOf('\n\n'), skip: 2 },
  ].filter(({ at }) => at >= 0)
  const end = ends.sort((one, other) => one.at - other.at)[0]
  if (end) return { headEnd: end.at + 1, bodyStart: end.at + end.skip }
  if (raw.length > budget.headerBytes) {
    throw new Refusal(saying('message-headers-too-large', { limit: budget.limits.headerBytes }))
  }
  return { headEnd: raw.length, bodyStart: raw.length }
}

function readParts(body: Buffer, type: StructuredValue, budget: MimeBudget, depth: number): readonly MimePart[] {
  const boundary = type.params.get('boundary') ?? ''
  if (!type.value.startsWith('multipart/') || !/^[ -~]{1,200}$/.test(boundary)) return []
  const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  return childRanges(body, boundary, budget).map(([start, end]) =>
    readPart(body.subarray(start, end), budget, depth + 1, childType),
  )
}

/** Where each part begins and ends. Preamble and epilogue are in none of them: they are not part of the message. */
function childRanges(body: Buffer, boundary: string, budget: MimeBudget): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  let start = -1
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    const line = delimiterLine(body, at, delimiter.length)
    if (!line) continue
    if (start >= 0) ranges.push([start, Math.max(start, beforeLineBreak(body, at))])
    if (ranges.length > budget.parts) {
      throw new Refusal(saying('message-too-many-parts', { limit: budget.limits.parts }))
    }
    if (line.closes) return ranges
    start = line.end
  }
  if (start >= 0) ranges.push([start, body.length])
  return ranges
}

/** Only a whole line is a delimiter, so that one boundary may begin like another. */
function delimiterLine(body: Buffer, at: number, length: number): { closes: boolean; end: number } | null {
  if (at > 0 && body[at - 1] !== LF) return null
  let end = at + length
  const closes = body[end] === 0x2d && body[end + 1] === 0x2d
  if (closes) end += 2
  while (body[end] === 0x20 || body[end] === 0x09) end += 1
  if (body[end] === CR) end += 1
  if (end < body.length && body[end] !== LF) return null
  return { closes, end: Math.min(end + 1, body.length) }
}

function beforeLineBreak(body: Buffer, at: number): number {
  const end = at > 0 && body[at - 1] === LF ? at - 1 : at
  return end > 0 && body[end - 1] === CR ? end - 1 : end
}
