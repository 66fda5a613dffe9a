/** The shape of a declared call: who answers it, what it takes (checked at run time), what it gives (checked by the compiler). */
import type { z } from 'zod'
import type { Result } from '../kit/result.ts'
import type { Saying } from '../words/say.ts'

export interface Call<Who extends 'core' | 'shell', Input extends z.ZodType, Output> {
  readonly by: Who
  readonly input: Input
  /** Never set: it carries the type of the reply. */
  readonly output?: Output
}

/** `core<CaseView>()(schema)`: the reply's type is named, the input's type follows from its schema. */
export const core =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<'core', Input, Output> => ({ by: 'core', input })

export const shell =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<'shell', Input, Output> => ({ by: 'shell', input })

export type Reply<T> = Result<T, Saying>

/** One request on the port between a renderer and the vault process, its answer, and news. */
export interface RequestFrame {
  readonly id: number
  readonly name: string
  readonly input: unknown
}
export interface ReplyFrame {
  readonly id: number
  readonly reply: Reply<unknown>
}
export interface FeedFrame {
  readonly feed: string
  readonly payload: unknown
}
