/** Reads the networks that a team answers for, where its document prints them: address ranges, AS numbers, domains. */
import type { CardReading } from './card-reading.ts'
import type { Section } from './sections.ts'

const V4 = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})(?![\d/])/g
const V6 = /(?<![0-9A-Fa-f:])([0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]{1,40})\/(\d{1,3})(?!\d)/g
const ASN = /\bASN?[\s:#-]{0,2}(\d{1,10})\b/g
const WILDCARD = /(?<![\w@])\*\.((?:[a-z0-9-]{1,63}\.){0,5}[a-z]{2,24})\b/gi
const DOMAIN = /(?<![\w@/.-])((?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,24})(?![\w@/-])/gi
const ABOUT_DOMAINS = /\bdomains?\b|dominios?\b|domaines?\b|domínios?\b|domänen?\b/i

const isV4 = (address: string, bits: string): boolean =>
  address.split('.').every((part) => Number(part) <= 255) && Number(bits) <= 32
const isV6 = (address: string, bits: string): boolean =>
  Number(bits) <= 128 &&
  address.split('::').length <= 2 &&
  (address.includes('::') ? address.split(':').length <= 8 : address.split(':').length === 8)

function domainsIn({ concept, sentences }: Section): readonly string[] {
  const wild = sentences.flatMap(({ text }) => [...text.matchAll(WILDCARD)].map((match) => `*.${match[1] ?? ''}`))
  if (concept !== 'networks' && concept !== '3.2') return wild
  const told = sentences.flatMap(({ text }, index) =>
    ABOUT_DOMAINS.test(text) || ABOUT_DOMAINS.test(sentences[index - 1]?.text ?? '') ? [text] : [],
  )
  const plain = told.flatMap((text) =>
    [...text.replaceAll(WILDCARD, ' ').matchAll(DOMAIN)].map((match) => match[1] ?? ''),
  )
  return [...wild, ...plain]
}

const MAX = 2000

export function readNetworks(sections: readonly Section[]): CardReading['networks'] {
  const parts = sections.filter(({ chapter, concept }) => concept === 'networks' || chapter === '2' || chapter === '3')
  const texts = parts.map(({ flow }) => flow.text)
  const cidrs = texts.flatMap((text) => [
    ...[...text.matchAll(V4)].filter((match) => isV4(match[1] ?? '', match[2] ?? '')).map(([cidr]) => cidr),
    ...[...text.matchAll(V6)]
      .filter((match) => isV6(match[1] ?? '', match[2] ?? ''))
      .map(([cidr]) => cidr.toLowerCase()),
  ])
  const asns = texts
    .flatMap((text) => [...text.matchAll(ASN)].map((match) => Number(match[1])))
    .filter((asn) => asn > 0 && asn < 4_294_967_295)
  return {
    cidrs: [...new Set(cidrs)].slice(0, MAX),
    domains: [...new Set(parts.flatMap(domainsIn).map((domain) => domain.toLowerCase()))].slice(0, MAX),
    asns: [...new Set(asns)].slice(0, MAX),
  }
}
