/** A case report as one HTML file: black on white, its marking on top and bottom of every printed page, nothing fetched, nothing run. */
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { Block, ReportDoc } from '../../../shared/domain/output/report-doc.ts'
import { word, type Language } from '../../../shared/words/say.ts'
import { html, type Html } from './html.ts'

/** Margin boxes stand on every sheet (CSS Paged Media 3); what has none of them still prints the label first and last. */
const style = (label: string, foot: string, pages: string): string => `@page{size:A4;margin:24mm 16mm 22mm;
@top-right{content:"${label}";font:bold 12pt monospace}@bottom-right{content:"${label}";font:bold 12pt monospace}
@bottom-left{content:"${foot} ${pages}";font:8pt monospace}}
body{font:11pt/1.45 sans-serif;color:#000;background:#fff;max-width:180mm;margin:auto}
.tlp{font:bold 12pt monospace;text-align:right}header.tlp{border-bottom:1px solid #000}footer.tlp{border-top:1px solid #000;margin-top:2em}
h1{font-size:16pt;margin:.6em 0 .2em;overflow-wrap:anywhere}h2{font-size:12pt;margin:1.4em 0 .3em;break-after:avoid}
table{border-collapse:collapse;width:100%;table-layout:fixed}thead{display:table-header-group}tr{break-inside:avoid}
td,th{text-align:left;vertical-align:top;padding:2px 8px 2px 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere;white-space:pre-wrap}
.mono{font:9pt monospace}p,li{white-space:pre-wrap;overflow-wrap:anywhere}.record{font:9pt monospace}
@media print{body{max-width:none;margin:0}.tlp{display:none}}`

export function htmlReport(doc: ReportDoc, language: Language): string {
  const label = tlpLabel(doc.tlp)
  // Letters, digits and a hyphen only: both stand inside a quoted string of the style sheet.
  const foot = `${doc.number.replaceAll(/[^\w-]/g, '')} ${doc.head.replaceAll(/[^0-9a-f]/g, '').slice(0, 16)}`
  const pages = `" counter(page) "/" counter(pages) "`
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${label} ${word(language, 'out.report.title', { number: doc.number })}</title>
        <style>
          ${{ html: style(label, foot, pages) }}
        </style>
      </head>
      <body>
        <header class="tlp">${label}</header>
        <h1>${doc.title}</h1>
        <p>${doc.lead}</p>
        ${doc.sections.map(
          ({ title, blocks }) =>
            html`<h2>${title}</h2>
              ${blocks.map(blockHtml)}`,
        )}
        <p class="record">${doc.record}</p>
        <footer class="tlp">${label}</footer>
      </body>
    </html> `
  return page.html
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${block.text}</p>`
    case 'list':
      return html`<ul>
        ${block.lines.map((line) => html`<li>${line}</li>`)}
      </ul>`
    case 'table': {
      const whole = block.widths.reduce((sum, width) => sum + width, 0)
      const columns = block.widths.map((width) => html`<col style="width:${Math.round((width / whole) * 100)}%" />`)
      const cell = (text: string, at: number): Html =>
        block.mono.includes(at) ? html`<td class="mono">${text}</td>` : html`<td>${text}</td>`
      return html`<table>
        <colgroup>
          ${columns}
        </colgroup>
        <thead>
          <tr>
            ${block.head.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) =>
              html`<tr>
                ${row.map(cell)}
              </tr>`,
          )}
        </tbody>
      </table>`
    }
  }
}
