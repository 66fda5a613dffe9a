/** A call that can be refused returns a value: `ok` with what was asked for, or a problem with a code that has words. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem })
