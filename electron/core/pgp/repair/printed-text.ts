/** Takes back what mail programs, web pages and word processors do to text around and inside of a key, without touching a character of it. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  plus: '+',
  sol: '/',
  equals: '=',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hyphen: '-',
  dash: '-',
  NewLine: '\n',
  Tab: '\t',
  ZeroWidthSpace: '',
  NoBreak: '',
  colon: ':',
  lowbar: '_',
  bsol: '\\',
  grave: '`',
  fflig: 'ff',
  filig: 'fi',
  fllig: 'fl',
  ffilig: 'ffi',
  ffllig: 'ffl',
}

/** Soft hyphens, joiners, direction marks, variation selectors: what draws nothing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const BREAK_TAG = /<\/?(?:br|p|div|li|tr|td|pre|h[1-6]|table|ul|ol|blockquote)(?:\s[^<>]{0,300})?\/?>/gi
const OTHER_TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>/gi
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,16}));/g

/** All passes in their order. */
export function plainText(text: string): string {
  return [unquotePrintable, unHtml, unHtml, unescape, plainSigns].reduce((so, pass) => pass(so), text)
}

function unHtml(text: string): string {
  if (!/[<&]/.test(text)) return text
  return text
    .replaceAll(BREAK_TAG, '\n')
    .replaceAll(OTHER_TAG, '')
    .replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
}

/**
 * Quoted-printable (RFC 2045, 6.7) where it shows: "=3D" in place of a padding or before a checksum. A checksum can itself begin with "3D",
 * so four characters after a lone "=3D.." at the end are left alone.
 */
function unquotePrintable(text: string): string {
  const shows =
    /[A-Za-z0-9+/]=3D(?:=3D)?\s|=3D[A-Za-z0-9+/]{4}(?![A-Za-z0-9+/])|=(?:20|09)[ \t]{0,3}(?:\r?\n|$)|=C2=A0|=E2=80=/.test(
      text,
    )
  if (!shows) return text
  return text
    .replaceAll(/=[ \t]{0,3}\r?\n(?=[A-Za-z0-9+/])/g, '')
    .replaceAll(/(?:=[0-9A-F]{2}){1,2000}/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}

/** Backslashes of Markdown, and of texts that write their line ends as "\n". */
function unescape(text: string): string {
  if (!text.includes('\\')) return text
  const lines = /\n/.test(text.trim()) ? text : text.replaceAll(/\\r\\n|\\n|\\r/g, '\n')
  return lines.replaceAll(/\\(?=[^A-Za-z0-9\s])/g, '').replaceAll(/\\(?=\s|$)/g, '')
}

function plainSigns(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replaceAll(/[\ufb00-\ufb06\uff01-\uff5e]/g, (sign) => sign.normalize('NFKC'))
}
