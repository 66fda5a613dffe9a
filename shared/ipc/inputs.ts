/** Inputs that several calls share, each with its limits. */
import { z } from 'zod'
import { tiers } from '../domain/case/vocabulary.ts'
import { codeForm } from '../domain/case/number.ts'

export const text = z.string().max(1_000_000)
export const short = z.string().max(1_000)
export const id = z.string().min(1).max(100)
export const none = z.object({})
export const fingerprint = z.string().regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/)
export const caseNumber = z.string().max(40)
/** YYYY-MM-DD. */
export const date = z.iso.date()
export const passphrase = z.string().max(10_000)

/** A file comes as bytes (dropped, pasted) or as a one-use grant of the shell's dialog: never as a path. */
export const file = z.union([
  z.object({ grant: id, name: short }),
  z.object({ name: short, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
])
export type FileInput = z.infer<typeof file>

export const target = z.object({ grant: id })

export const analyst = z.object({ code: z.string().regex(codeForm), name: short.min(1), tier: z.enum(tiers) })
export type Analyst = z.infer<typeof analyst>
