/** Draws a table into a PDF: cells wrap, a row stays together on a page where one can hold it, and nothing is cut where none can. */
import type { Table } from '../../../shared/domain/output/report-doc.ts'
import { printable } from './pdf-fonts.ts'
import { page, type Pdf } from './pdf-page.ts'

const gap = 8
const size = 8.5

interface Column {
  readonly x: number
  readonly width: number
  readonly font: 'plain' | 'mono'
}

export function drawTable(pdf: Pdf, { head, rows, widths, mono }: Table): void {
  const columns = columnsOf(pdf, widths, mono)
  const bold = columns.map((column) => ({ ...column, font: 'bold' as const }))
  const drawHead = (): void => drawRow(pdf, bold, head)
  room(pdf, heightOf(pdf, bold, head) + 40)
  drawHead()
  for (const row of rows.map((cells) => cells.map(printable))) {
    const height = heightOf(pdf, columns, row)
    if (height > roomOnPage(pdf)) drawLong(pdf, head, row)
    else {
      if (room(pdf, height)) drawHead()
      drawRow(pdf, columns, row)
    }
  }
  pdf.x = page.side
  pdf.moveDown(0.6)
}

function columnsOf(pdf: Pdf, widths: readonly number[], mono: readonly number[]): readonly Column[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const space = pdf.page.width - 2 * page.side - gap * (widths.length - 1)
  let x: number = page.side
  return widths.map((part, at) => {
    const column = {
      x,
      width: (space * part) / whole,
      font: mono.includes(at) ? ('mono' as const) : ('plain' as const),
    }
    x += column.width + gap
    return column
  })
}

type AnyColumn = Omit<Column, 'font'> & { readonly font: Column['font'] | 'bold' }

const sizeOf = ({ font }: AnyColumn): number => (font === 'mono' ? size - 1 : size)

const heightOf = (pdf: Pdf, columns: readonly AnyColumn[], cells: readonly string[]): number =>
  Math.max(
    ...columns.map((column, at) =>
      pdf
        .font(column.font)
        .fontSize(sizeOf(column))
        .heightOfString(cells[at] ?? '', { width: column.width }),
    ),
  ) + 5

const roomOnPage = (pdf: Pdf): number => pdf.page.height - page.top - page.bottom - 40

/** Whether a new page had to be begun. */
function room(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - page.bottom) return false
  pdf.addPage()
  return true
}

function drawRow(pdf: Pdf, columns: readonly AnyColumn[], cells: readonly string[]): void {
  const [y, height] = [pdf.y, heightOf(pdf, columns, cells)]
  for (const [at, column] of columns.entries()) {
    pdf
      .font(column.font)
      .fontSize(sizeOf(column))
      .text(cells[at] ?? '', column.x, y, { width: column.width })
  }
  const bottom = y + height
  pdf
    .moveTo(page.side, bottom - 2)
    .lineTo(pdf.page.width - page.side, bottom - 2)
    .lineWidth(0.3)
    .stroke('#999')
  pdf.x = page.side
  pdf.y = bottom
}

/** Longer than a page: each cell under its title, flowing from page to page. */
function drawLong(pdf: Pdf, head: readonly string[], cells: readonly string[]): void {
  for (const [at, cell] of cells.entries()) {
    pdf
      .font('bold')
      .fontSize(size)
      .text(printable(head[at] ?? ''), page.side)
    pdf.font('plain').fontSize(size).text(cell, page.side)
  }
}
