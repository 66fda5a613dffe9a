/** A case report as PDF (A4), written here and nowhere else: what is printed by Electron would pass through its main process. */
import PDFDocument from 'pdfkit'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { Block, ReportDoc } from '../../../shared/domain/output/report-doc.ts'
import { word, type Language } from '../../../shared/words/say.ts'
import { fonts, printable } from './pdf-fonts.ts'
import { page, type Pdf } from './pdf-page.ts'
import { drawTable } from './pdf-table.ts'

/** `now` is UTC ISO: written into the file, so that the same report is the same file. */
export async function pdfReport(doc: ReportDoc, language: Language, now: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: `${tlpLabel(doc.tlp)} ${doc.number}`,
      Producer: 'Signet',
      Creator: 'Signet',
      CreationDate: new Date(now),
    },
  })
  for (const [name, file] of Object.entries(fonts())) pdf.registerFont(name, file)
  const whole = gathered(pdf)
  writeBody(pdf, doc)
  writeEdges(pdf, doc, language)
  pdf.end()
  return whole
}

function gathered(pdf: Pdf): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  return new Promise((done, failed) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', () => done(Buffer.concat(parts)))
    pdf.on('error', failed)
  })
}

function writeBody(pdf: Pdf, { title, lead, sections, record }: ReportDoc): void {
  pdf.font('bold').fontSize(16).text(printable(title))
  pdf.moveDown(0.3).font('plain').fontSize(9.5).text(printable(lead))
  for (const { title: name, blocks } of sections) {
    roomFor(pdf, 60)
    pdf.moveDown(1).font('bold').fontSize(12).text(printable(name))
    pdf.moveDown(0.3)
    for (const block of blocks) writeBlock(pdf, block)
  }
  pdf.moveDown(1.5).font('mono').fontSize(8).text(printable(record))
}

/** A heading never stands alone at the end of a page. */
function roomFor(pdf: Pdf, points: number): void {
  if (pdf.y + points > pdf.page.height - page.bottom) pdf.addPage()
}

function writeBlock(pdf: Pdf, block: Block): void {
  pdf.font('plain').fontSize(9.5)
  switch (block.kind) {
    case 'text':
      pdf.text(printable(block.text)).moveDown(0.4)
      return
    case 'list':
      for (const line of block.lines) pdf.text(`•  ${printable(line)}`, { indent: 0, paragraphGap: 2 })
      return
    case 'table':
      drawTable(pdf, block)
  }
}

/** Known only at the end: how many pages there are. Margins are lifted, or a line in them would begin a new page. */
function writeEdges(pdf: Pdf, { tlp, number, head }: ReportDoc, language: Language): void {
  const { start, count } = pdf.bufferedPageRange()
  const label = tlpLabel(tlp)
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at)
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    const { width, height } = pdf.page
    const [left, right] = [page.side, width - page.side]
    const place = { width: right - left, lineBreak: false }
    const pages = word(language, 'out.pdf.page', { page: at - start + 1, pages: count })
    pdf
      .font('bold')
      .fontSize(page.labelSize)
      .text(label, left, 36, { ...place, align: 'right' })
    pdf
      .font('plain')
      .fontSize(8)
      .text(number, left, 40, { ...place, align: 'left' })
    pdf.moveTo(left, 60).lineTo(right, 60).lineWidth(0.6).stroke('#000')
    pdf
      .moveTo(left, height - 60)
      .lineTo(right, height - 60)
      .stroke('#000')
    pdf
      .font('bold')
      .fontSize(page.labelSize)
      .text(label, left, height - 48, { ...place, align: 'right' })
    pdf
      .font('plain')
      .fontSize(8)
      .text(`${number}   ${pages}`, left, height - 52, { ...place, align: 'left' })
    pdf
      .font('mono')
      .fontSize(6.5)
      .text(head, left, height - 38, { ...place, align: 'left' })
  }
}
