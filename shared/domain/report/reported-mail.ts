/** Reads what a complaint about a mail says outside of any form: in its letter, in its subject, and in the header of that mail. */
import { isPrivateAddress, parseIp, formatIp } from '../observable/ip-address.ts'
import { noEvent, union } from './event.ts'
import type { ReadEvent } from './fields.ts'
import type { ReportEvent } from './report-reading.ts'
import type { ForwardedMail, ReportSource } from './report-source.ts'
import type { Stated } from './structured.ts'
import { findTimes, inZone, type ReadTime } from './times.ts'

/** "received from IP 192.0.2.1 on Mon, …", "Email from 192.0.2.1 / Mon, …", "http://… is 192.0.2.1; Mon, …" */
const sentence =
  /\b(?:email from|received from(?: ip)?(?: address)?|from ip(?: address)?|message from|source(?:[ -]ip)?|ip(?: address)?|is)\b[ :]{1,3}\[?((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})\]?(?![\d.])([^\n]{0,120})/gi

/** The letter before the subject, the subject before the header: what a person wrote of it is meant, the rest is found. */
export function complainedOf(source: ReportSource, stated: Stated): ReadEvent {
  const letter = source.text.slice(0, 20_000)
  for (const [, address = '', behind = ''] of letter.matchAll(sentence)) {
    const ip = parseIp(address)
    if (ip !== null) {
      const time = findTimes(behind, stated.hints)[0]
      return { event: from(formatIp(ip)), time: time === undefined ? null : inZone(time, stated.zone) }
    }
  }
  const [mail] = source.forwarded ?? []
  const hop = mail === undefined ? null : lastHop(mail)
  const named = addressIn(source.subject)
  if (named !== null) return { event: from(named), time: hop?.address === named ? hop.time : null }
  return hop === null ? { event: noEvent, time: null } : { event: from(hop.address), time: hop.time }
}

const from = (address: string): ReportEvent => ({ ...noEvent, sourceIps: union([], [address]) })

const addressForm =
  /(?<![\w.:])((?:\d{1,3}\.){3}\d{1,3}(?=(?::\d{1,5})?(?![\w:]|\.\d))|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:]|\.\d))/gi

export function addressIn(text: string): string | null {
  for (const [, found = ''] of text.slice(0, 2_000).matchAll(addressForm)) {
    const ip = parseIp(found)
    if (ip !== null) return formatIp(ip)
  }
  return null
}

interface Hop {
  readonly address: string
  readonly time: ReadTime | null
}

/** Who handed the mail over: what the receiver noted in a field of its own, else the first outside address in its Received fields. */
export function lastHop({ head }: ForwardedMail): Hop | null {
  const fields = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/, 500)
  const hops = fields.filter((field) => /^received:/i.test(field)).flatMap((field) => hopIn(field) ?? [])
  const noted = fields.find((field) =>
    /^(?:x-originating-ip|x-source-ip|x-sender-ip|x-sid-result-ip|x-client-ip|x-remote-ip):/i.test(field),
  )
  const said = noted === undefined ? null : addressIn(noted)
  if (said !== null) return { address: said, time: hops.find(({ address }) => address === said)?.time ?? null }
  return hops.find(({ address }) => !isPrivateAddress(address)) ?? hops.at(-1) ?? null
}

function hopIn(field: string): Hop | null {
  const [before = '', after = ''] = field.slice(0, 2_000).split(/\sby\s/, 2)
  const address = addressIn(before.replaceAll(/IPv6:/gi, ' '))
  return address === null ? null : { address, time: findTimes(`${after} ${field.split(';').at(-1) ?? ''}`)[0] ?? null }
}
