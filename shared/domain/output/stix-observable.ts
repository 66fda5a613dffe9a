/** Observables as STIX cyber-observable objects and as patterns (STIX 2.1, chapters 6 and 9). */
import type { Observable } from '../observable/observable.ts'
import { hashName, type ExportTools, type HashName } from './export-content.ts'

export type StixObject = { readonly type: string; readonly id: string } & Readonly<Record<string, unknown>>

/** STIX 2.1 section 2.9: the namespace of the ids of cyber-observable objects. */
const namespace = '00abedb4-aa42-466c-9c01-fed23315a9b7'

const hashKeys: Readonly<Partial<Record<HashName, string>>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha512: 'SHA-512',
}

interface Shape {
  readonly type: string
  /** What identity counts by; all that we know of it. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Left side of a comparison in a pattern, and its right side as a literal. */
  readonly path: string
  readonly literal: string
}

/** RFC 8785 is plain JSON for the one-field objects that are written here. Null for what STIX has no object for. */
export function cyberObservable(one: Observable, tools: ExportTools): StixObject | null {
  const shape = shapeOf(one)
  if (shape === null) return null
  const id = `${shape.type}--${tools.idIn(namespace, JSON.stringify(shape.fields))}`
  return { type: shape.type, spec_version: '2.1', id, ...shape.fields }
}

export function stixPattern(one: Observable): string | null {
  const shape = shapeOf(one)
  return shape === null ? null : `[${shape.path} = ${shape.literal}]`
}

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const valued = (type: string, value: string): Shape => ({
  type,
  fields: { value },
  path: `${type}:value`,
  literal: quoted(value),
})

function shapeOf({ type, value }: Observable): Shape | null {
  switch (type) {
    case 'ip':
    case 'cidr':
      return valued(value.includes(':') ? 'ipv6-addr' : 'ipv4-addr', value)
    case 'domain':
      return valued('domain-name', value)
    case 'url':
      return valued('url', value)
    case 'email':
      return valued('email-addr', value)
    case 'asn':
      return autonomousSystem(Number(value.replace(/^as/i, '')))
    case 'hash':
      return fileHash(value)
    case 'cve':
    case 'other':
      return null
  }
}

const autonomousSystem = (number: number): Shape | null =>
  Number.isInteger(number)
    ? { type: 'autonomous-system', fields: { number }, path: 'autonomous-system:number', literal: String(number) }
    : null

function fileHash(value: string): Shape | null {
  const name = hashName(value)
  const key = name === null ? undefined : hashKeys[name]
  return key === undefined
    ? null
    : { type: 'file', fields: { hashes: { [key]: value } }, path: `file:hashes.'${key}'`, literal: quoted(value) }
}
