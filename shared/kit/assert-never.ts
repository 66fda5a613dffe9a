/** Makes the compiler refuse a switch that forgot a member of a union; at run time it means a bug. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`)
}
