/** Gives a plain string a name of its own in the type system, so that a case id cannot be passed where a card id is meant. */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
