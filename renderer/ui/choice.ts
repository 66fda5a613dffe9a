/** One of several values with its words, for Select and Choices. */
export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly detail?: string
  readonly disabled?: boolean
}
