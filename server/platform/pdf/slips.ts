import PdfDocument from 'pdfkit';
import { toBuffer } from 'qrcode';
import { collect, readFonts } from './paper.ts';

/** 小票: what is printed of a ticket of the queue; nothing on it tells whose it is. */
export type Slip = {
  readonly hall: string;
  readonly number: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly closing: readonly string[];
  /** Address of the ticket page, as the QR carries it. */
  readonly url: string;
};

/** Paper of 80 mm, of which 72 mm can be printed on, in points. */
const width = 226.77;
const margin = 14;
const inner = width - 2 * margin;
const qr = 110;
const rowHeight = 15;

/** Lays a slip out on one strip as long as it needs to be. */
export async function printSlip(slip: Slip): Promise<Buffer> {
  const [regular, bold] = await readFonts();
  const image = await toBuffer(slip.url, { margin: 0, width: 330, errorCorrectionLevel: 'M' });
  const height = 250 + rowHeight * slip.rows.length + 26 * slip.closing.length;
  const doc = new PdfDocument({ size: [width, height], margin, lang: 'zh-CN' });
  const done = collect(doc);
  doc.registerFont('regular', regular).registerFont('bold', bold).fillColor('#000000');
  const centred = { width: inner, align: 'center' } as const;
  doc.font('regular').fontSize(9).text(slip.hall, margin, margin, centred);
  doc
    .font('bold')
    .fontSize(44)
    .text(slip.number, margin, doc.y + 2, centred);
  writeRows(doc, slip.rows);
  const top = doc.y + 8;
  doc.image(image, (width - qr) / 2, top, { width: qr });
  doc
    .font('regular')
    .fontSize(8)
    .text('扫码看前面还有几个人', margin, top + qr + 5, centred);
  for (const one of slip.closing) doc.text(one, margin, doc.y + 3, { width: inner, lineGap: 2 });
  doc.end();
  return done;
}

function writeRows(doc: PDFKit.PDFDocument, rows: Slip['rows']): void {
  const begin = doc.y + 4;
  for (const [at, { label, value }] of rows.entries()) {
    const y = begin + at * rowHeight;
    doc.font('regular').fontSize(9).text(label, margin, y, { width: 52 });
    doc
      .font('bold')
      .fontSize(9)
      .text(value, margin + 54, y, { width: inner - 54, height: rowHeight, ellipsis: true });
  }
  doc.y = begin + rows.length * rowHeight;
}
