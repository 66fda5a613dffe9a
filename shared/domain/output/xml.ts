/** Writes XML that cannot carry anybody's markup: every text and attribute is escaped here, and what XML cannot hold is replaced. */
export interface Xml {
  readonly xml: string
}

type Attributes = Readonly<Record<string, string | null>>

/** Attributes that are null are left out; a child is a text or an element. */
export function element(name: string, attributes: Attributes, children: readonly (Xml | string)[]): Xml {
  const given = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${escape(value)}"`))
  const inside = children.map((child) => (typeof child === 'string' ? escape(child) : child.xml)).join('')
  return { xml: inside === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inside}</${name}>` }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const spaces: ReadonlySet<string> = new Set(['\t', '\n', '\r'])

/** XML 1.0 section 2.2: control characters, lone surrogates and the two non-characters have no place in a document. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (spaces.has(sign) ? sign : '\ufffd'))
    .replaceAll(/[&<>"\t\n\r]/g, (sign) => escapes[sign] ?? sign)
