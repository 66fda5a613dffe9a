/** The sheet that a report is drawn on. */
import type PDFDocument from 'pdfkit'

/** Points; TLP 2.0 wants its label at 12 or more, right-justified, in header and footer of each page. */
export const page = { top: 84, bottom: 76, side: 48, labelSize: 13 } as const

export type Pdf = InstanceType<typeof PDFDocument>
