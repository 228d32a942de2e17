import { inflateSync } from 'node:zlib';

/** The picture of a signature somebody drew, and what is written beside it. */
export type SignaturePicture = { readonly label: string; readonly picture: Uint8Array };

type Doc = PDFKit.PDFDocument;

const [width, height] = [180, 64];
/** What a drawing may unpack to; a screen sends far less. */
const mostBytes = 32 * 1024 * 1024;

/** 签名: the drawn signature above a line, at the right where one signs. A picture that cannot be read is named instead. */
export function writeSignature(doc: Doc, { label, picture }: SignaturePicture, margin: number): void {
  if (doc.y + height + 150 > doc.page.height - margin) doc.addPage();
  const left = doc.page.width - margin - width;
  const y = doc.y + 6;
  const line = y + height + 2;
  if (isReadable(picture))
    doc.image(Buffer.from(picture), left, y, { fit: [width, height], align: 'center' });
  else doc.fontSize(9).text('签名图像打不开，原件另存', left, y + height - 14, { width, align: 'center' });
  doc.font('regular').fontSize(11).fillColor('#465465');
  doc.text(label, margin, line - 14, { width: doc.page.width - 2 * margin - width - 10, align: 'right' });
  doc
    .moveTo(left, line)
    .lineTo(left + width, line)
    .lineWidth(0.7)
    .stroke('#8a97a6');
  doc.fillColor('#14202e');
  doc.x = margin;
  doc.y = line + 10;
}

/** Whether a PNG unpacks; one broken picture must not stop the printer. */
function isReadable(picture: Uint8Array): boolean {
  const bytes = Buffer.from(picture);
  try {
    return inflateSync(packedIn(bytes), { maxOutputLength: mostBytes }).length > 0;
  } catch {
    return false;
  }
}

function packedIn(png: Buffer): Buffer {
  const packed: Buffer[] = [];
  let at = 8;
  while (at + 8 <= png.length) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(packed);
}
