/** What an observable is: a typed, normalised value that can be compared between cases. */
export const observableTypes = ['ip', 'cidr', 'domain', 'url', 'email', 'hash', 'cve', 'asn', 'other'] as const
export type ObservableType = (typeof observableTypes)[number]

export interface Observable {
  readonly type: ObservableType
  /** Normalised: lower case where case has no meaning, IPv6 in RFC 5952 form, never defanged. */
  readonly value: string
}
