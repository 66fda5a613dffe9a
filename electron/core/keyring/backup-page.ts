/** The page that brings a key back from paper: everything that a person needs years later without this program, typed line by line. */
import { word } from '../../../shared/words/say.ts'
import { html, type Html } from '../output/html.ts'
import { paperLines, type PaperLine } from '../pgp/paper-lines.ts'
import type { KeyRecord } from './key-records.ts'

const style = `@page{size:A4;margin:15mm}*{box-sizing:border-box}body{font:11pt/1.4 sans-serif;color:#000;background:#fff;max-width:190mm;margin:0 auto;padding:8mm}
h1{font-size:16pt;margin:0 0 2mm}h2{font-size:12pt;margin:6mm 0 2mm}p{margin:0 0 2mm}ol.groups{display:grid;grid-template-columns:repeat(5,1fr);gap:1mm 4mm;padding:0;margin:0;list-style:none;max-width:120mm}
ol.groups li,pre,table{font-family:'DejaVu Sans Mono','Liberation Mono',Consolas,monospace}ol.groups small{color:#444;font-size:8pt;padding-right:1mm}
table{border-collapse:collapse;font-size:9.5pt;line-height:1.5}td{padding:0 2.5mm 0 0;white-space:nowrap}td.mark{font-weight:700;padding-top:1mm}td.n,td.check{color:#333}td.text i{font-style:normal;margin-right:1.2mm}tr{break-inside:avoid}`

/** @param now UTC ISO. Self-contained: it asks for nothing, runs nothing, and prints on paper as it stands. */
export function backupPage(key: KeyRecord, lockedSecret: string, now: string): string {
  const secret = paperLines(lockedSecret, 1)
  const revocation = key.revocation === null ? [] : paperLines(key.revocation, secret.length + 1)
  const { created, expires, userIds } = key.inspected
  const dates = {
    created: day(created),
    expires: expires === null ? word('en', 'key-paper.no-end') : day(expires),
    printed: day(now),
  }
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${word('en', 'key-paper.title')}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <h1>${word('en', 'key-paper.title')}</h1>
        <p>${word('en', 'key-paper.keep')}</p>
        <h2>${word('en', 'key-paper.fingerprint')}</h2>
        <ol class="groups">
          ${groups(key.fingerprint)}
        </ol>
        <h2>${word('en', 'key-paper.user-ids')}</h2>
        ${userIds.map((userId) => html`<p>${userId}</p>`)}
        <p>${word('en', 'key-paper.dates', dates)}</p>
        <h2>${word('en', 'key-paper.what')}</h2>
        <p>${word('en', 'key-paper.restore')}</p>
        <p>${word('en', 'key-paper.revoke')}</p>
        <p>${word('en', 'key-paper.line')}</p>
        <h2>${word('en', 'key-paper.secret')}</h2>
        ${block('PRIVATE KEY BLOCK', secret, '')}
        <h2>${word('en', 'key-paper.revocation')}</h2>
        ${revocation.length === 0 ? html`<p>${word('en', 'key-paper.no-revocation')}</p>` : block('PUBLIC KEY BLOCK', revocation, ':')}
      </body>
    </html> `.html
}

const day = (iso: string | null): string => iso?.slice(0, 10) ?? '?'

/** Numbered, so that two people can say "group 7". */
const groups = (fingerprint: string): readonly Html[] =>
  (fingerprint.match(/.{4}/g) ?? []).map((group, index) => html`<li><small>${index + 1}</small>${group}</li>`)

const block = (label: string, lines: readonly PaperLine[], mute: string): Html =>
  html`<table>
    <tbody>
      <tr>
        <td class="mark" colspan="3">${mute}-----BEGIN PGP ${label}-----</td>
      </tr>
      <tr>
        <td colspan="3"></td>
      </tr>
      ${lines.map(lineRow)}
      <tr>
        <td class="mark" colspan="3">-----END PGP ${label}-----</td>
      </tr>
    </tbody>
  </table>`

const lineRow = ({ number, text, check }: PaperLine): Html =>
  html`<tr>
    <td class="n">${number}</td>
    <td class="text">${inGroups(text)}</td>
    <td class="check">${check}</td>
  </tr> `

/** Groups of eight stand apart by a margin and not by a space: copied from the screen the line has none. */
const inGroups = (text: string): readonly Html[] => (text.match(/.{1,8}/g) ?? []).map((group) => html`<i>${group}</i>`)
