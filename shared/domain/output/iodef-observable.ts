/** One observable as IODEF says it (RFC 7970, sections 3.18.1, 3.19, 3.25, 3.26). */
import type { Observable } from '../observable/observable.ts'
import { hashName, type ExportTools, type HashName } from './export-content.ts'
import { element, type Xml } from './xml.ts'

/** XML Signature and its successors name hashes so (RFC 9231). */
const algorithms: Readonly<Record<HashName, string>> = {
  md5: 'http://www.w3.org/2001/04/xmldsig-more#md5',
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha224: 'http://www.w3.org/2001/04/xmldsig-more#sha224',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
}

export const address = (category: string, value: string): Xml => element('Address', { category }, [value])

export const ipAddress = (value: string): Xml => {
  const version = value.includes(':') ? 'ipv6' : 'ipv4'
  return address(`${version}-${value.includes('/') ? 'net' : 'addr'}`, value)
}

export function observableElement({ type, value }: Observable, tools: ExportTools): Xml {
  switch (type) {
    case 'ip':
    case 'cidr':
      return ipAddress(value)
    case 'domain':
      return element('DomainData', { 'system-status': 'unknown', 'domain-status': 'unknown' }, [
        element('Name', {}, [value]),
      ])
    case 'url':
      return address('site-uri', value)
    case 'email':
      return address('e-mail', value)
    case 'asn':
      return address('asn', value)
    case 'hash':
      return hashOf(value, tools)
    case 'cve':
    case 'other':
      return other(type, value)
  }
}

const other = (meaning: string, value: string): Xml => element('AdditionalData', { dtype: 'string', meaning }, [value])

function hashOf(value: string, tools: ExportTools): Xml {
  const name = hashName(value)
  if (name === null) return other('hash', value)
  const hash = element('Hash', {}, [
    element('ds:DigestMethod', { Algorithm: algorithms[name] }, []),
    element('ds:DigestValue', {}, [tools.base64(value, 'hex')]),
  ])
  return element('FileData', {}, [element('File', {}, [element('HashData', { scope: 'file-contents' }, [hash])])])
}
