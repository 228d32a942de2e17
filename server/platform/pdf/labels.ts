import PdfDocument from 'pdfkit';
import { toBuffer } from 'qrcode';
import { collect, readFonts } from './paper.ts';

type Party = { readonly name: string; readonly phone: string; readonly address: string };

/** 快递面单: what a courier needs of one parcel, in full. */
export type ExpressLabel = {
  readonly number: string;
  /** The waybill, where the courier has given one already; it is what the code then holds. */
  readonly waybill?: string;
  /** The courier's own label, where it gives one; it is printed as it is. */
  readonly picture?: Uint8Array;
  readonly content: string;
  readonly from: Party;
  readonly to: Party;
};

/** 100 × 150 mm, the common label of couriers, in points. */
const size: [number, number] = [283.46, 425.2];
const margin = 17;
const width = size[0] - 2 * margin;
const qr = 74;

/** Lays labels out, one page each; the receiver stands largest. */
export async function printLabels(labels: readonly ExpressLabel[]): Promise<Buffer> {
  const [regular, bold] = await readFonts();
  const doc = new PdfDocument({ size, margin, autoFirstPage: false, lang: 'zh-CN' });
  const done = collect(doc);
  doc.registerFont('regular', regular).registerFont('bold', bold);
  for (const label of labels) await writeLabel(doc, label);
  doc.end();
  return done;
}

async function writeLabel(doc: PDFKit.PDFDocument, label: ExpressLabel): Promise<void> {
  doc.addPage();
  if (label.picture !== undefined)
    return void doc.image(Buffer.from(label.picture), 0, 0, { fit: size, align: 'center', valign: 'center' });
  doc.fillColor('#000000');
  writeParty(doc, { mark: '收', ...label.to, top: margin, large: true });
  writeParty(doc, { mark: '寄', ...label.from, top: 190, large: false });
  const top = 300;
  rule(doc, top - 10);
  const image = await toBuffer(label.waybill ?? label.number, {
    margin: 0,
    width: 240,
    errorCorrectionLevel: 'M',
  });
  doc.image(image, margin, top, { width: qr });
  const beside = { width: width - qr - 12 };
  doc
    .font('regular')
    .fontSize(9)
    .text('内件', margin + qr + 12, top, beside);
  doc.font('bold').fontSize(12).text(label.content, beside);
  doc.moveDown(0.4).font('regular').fontSize(9).text('办件编号', beside);
  doc.font('bold').fontSize(9).text(label.number, beside);
  if (label.waybill === undefined) return;
  doc.moveDown(0.4).font('regular').fontSize(9).text('运单号', beside);
  doc.font('bold').fontSize(12).text(label.waybill, beside);
}

type Written = Party & { mark: string; top: number; large: boolean };

function writeParty(doc: PDFKit.PDFDocument, { mark, name, phone, address, top, large }: Written): void {
  const left = margin + 40;
  const room = { width: width - 40, lineGap: 3 };
  if (!large) rule(doc, top - 10);
  doc
    .lineWidth(1)
    .circle(margin + 13, top + 13, 13)
    .stroke('#000000');
  doc
    .font('bold')
    .fontSize(14)
    .text(mark, margin, top + 3, { width: 26, align: 'center' });
  doc
    .font('bold')
    .fontSize(large ? 16 : 11)
    .text(`${name}  ${phone}`, left, top, room);
  doc
    .moveDown(0.3)
    .font(large ? 'bold' : 'regular')
    .fontSize(large ? 14 : 10)
    .text(address, left, doc.y, room);
}

function rule(doc: PDFKit.PDFDocument, y: number): void {
  doc
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.7)
    .stroke('#000000');
}
