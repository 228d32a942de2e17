import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PdfDocument from 'pdfkit';
import { toBuffer } from 'qrcode';
import { addSignatureField } from './signature-field.ts';
import { type SignaturePicture, writeSignature } from './signature-picture.ts';

/** 文书: one page of a bureau's paper, as data. `demo` prints across it that it proves nothing. */
export type Paper = {
  readonly title: string;
  readonly number: string;
  readonly addressee?: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly closing: readonly string[];
  /** A code to be scanned at a desk, printed large beside the title with what it is called. */
  readonly scan?: { readonly label: string; readonly value: string };
  /** 签名: what the person drew who stands behind the paper. */
  readonly signature?: SignaturePicture;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly code: string;
  readonly verifyUrl: string;
  readonly demo: boolean;
  /** 存证: what is printed of it at the foot, and the proof itself as an attached file. */
  readonly evidence?: { readonly lines: readonly string[]; readonly proof?: string };
};

/** Room at the foot of the last page, and in it for the small print. */
const footHeight = 120;
const evidenceHeight = 26;
/** The name of the attached proof. */
const proofName = 'proof.json';
const margin = 56;
const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
/** The reader of fonts inside pdfkit: what a font has worked out for one print it knows for all later ones. */
const fontkit = createRequire(createRequire(import.meta.url).resolve('pdfkit'))('fontkit') as {
  create: (bytes: Buffer) => Font;
};
/** pdfkit takes a font that is read already, but its types know only bytes. */
type Font = Buffer;
const font = async (weight: string) =>
  fontkit.create(await readFile(join(folder, `NotoSansHans-${weight}.otf`)));
let fonts: Promise<[Font, Font]> | undefined;

/** The Chinese fonts every print embeds, read once. */
export function readFonts(): Promise<[Font, Font]> {
  fonts ??= Promise.all([font('Regular'), font('Bold')]);
  return fonts;
}

/** Lays a paper out on A4 with an embedded Chinese font, a verify code as QR and an empty signature field. */
export async function printPaper(paper: Paper): Promise<Buffer> {
  const [regular, bold] = await readFonts();
  const info = { Title: paper.title, Author: paper.issuer, Subject: paper.number, Creator: 'Tongban' };
  const doc = new PdfDocument({ size: 'A4', margin, info, lang: 'zh-CN', autoFirstPage: true });
  const done = collect(doc);
  doc.registerFont('regular', regular).registerFont('bold', bold);
  await layPaper(doc, paper);
  addSignatureField(doc, paper.issuer);
  doc.end();
  return done;
}

/** Lays one paper on the page a document stands at, and on as many after it as it needs. */
export async function layPaper(doc: Doc, paper: Paper): Promise<void> {
  if (paper.demo) stampDemo(doc);
  writeHead(doc, paper);
  if (paper.scan !== undefined) await writeScan(doc, paper.scan);
  writeBody(doc, paper);
  if (paper.signature !== undefined) writeSignature(doc, paper.signature, margin);
  await writeFoot(doc, paper);
  if (paper.evidence !== undefined) writeEvidence(doc, paper.evidence);
}

type Doc = PDFKit.PDFDocument;

/** The bytes of a document once it has ended. */
export function collect(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

function stampDemo(doc: Doc): void {
  const { width, height } = doc.page;
  doc.save().rotate(-32, { origin: [width / 2, height / 2] });
  doc.font('bold').fontSize(54).fillColor('#b42318', 0.09);
  doc.text('演示文书 不作凭证', 0, height / 2 - 40, { width, align: 'center', lineBreak: false });
  doc.restore().fillColor('#14202e', 1);
  doc.x = margin;
  doc.y = margin;
}

function writeHead(doc: Doc, paper: Paper): void {
  doc.font('regular').fontSize(11).fillColor('#465465').text(paper.issuer, { align: 'center' });
  doc.moveDown(0.4).font('bold').fontSize(22).fillColor('#14202e').text(paper.title, { align: 'center' });
  doc
    .moveDown(0.3)
    .font('regular')
    .fontSize(10.5)
    .fillColor('#465465')
    .text(`编号 ${paper.number}`, { align: 'center' });
  const y = doc.y + 10;
  doc
    .moveTo(margin, y)
    .lineTo(doc.page.width - margin, y)
    .lineWidth(1.2)
    .strokeColor('#08264f')
    .stroke();
  doc.y = y + 18;
  doc.fillColor('#14202e');
}

/** Stands in the upper right corner, where a barcode gun finds it on a folded slip too. */
async function writeScan(doc: Doc, { label, value }: NonNullable<Paper['scan']>): Promise<void> {
  const { x, y } = doc;
  const image = await toBuffer(value, { margin: 0, width: 240, errorCorrectionLevel: 'M' });
  const left = doc.page.width - margin - 72;
  doc.image(image, left, 34, { width: 56 });
  doc.font('regular').fontSize(8).fillColor('#465465');
  doc.text(label, left - 8, 92, { width: 72, align: 'center', lineBreak: false });
  doc.fillColor('#14202e');
  doc.x = x;
  doc.y = y;
}

function writeBody(doc: Doc, paper: Paper): void {
  doc.font('regular').fontSize(12);
  if (paper.addressee !== undefined) doc.text(`${paper.addressee}：`, margin).moveDown(0.5);
  for (const paragraph of paper.paragraphs) {
    doc
      .text(paragraph, margin, doc.y, { indent: 24, lineGap: 6, width: doc.page.width - 2 * margin })
      .moveDown(0.5);
  }
  for (const row of paper.rows) writeRow(doc, row);
  doc.moveDown(0.8);
  for (const line of paper.closing) {
    doc
      .fontSize(11)
      .text(line, margin, doc.y, { lineGap: 5, width: doc.page.width - 2 * margin })
      .moveDown(0.3);
  }
}

function writeRow(doc: Doc, row: Paper['rows'][number]): void {
  const label = 120;
  const width = doc.page.width - 2 * margin - label - 16;
  const height = Math.max(doc.heightOfString(row.value, { width }), 15) + 12;
  if (doc.y + height > doc.page.height - 190) doc.addPage();
  const { y } = doc;
  doc.rect(margin, y, label, height).fillAndStroke('#f3f6fa', '#d5dce4');
  doc.rect(margin + label, y, width + 16, height).stroke('#d5dce4');
  doc.fillColor('#465465').text(row.label, margin + 8, y + 6, { width: label - 16 });
  doc.fillColor('#14202e').text(row.value, margin + label + 8, y + 6, { width });
  doc.x = margin;
  doc.y = y + height;
}

async function writeFoot(doc: Doc, paper: Paper): Promise<void> {
  const image = await toBuffer(paper.verifyUrl, { margin: 0, width: 240, errorCorrectionLevel: 'M' });
  if (doc.y + 20 + footHeight > doc.page.height - margin) doc.addPage();
  const y = Math.max(doc.y + 20, doc.page.height - margin - footHeight);
  doc.image(image, margin, y, { width: 84 });
  doc.font('regular').fontSize(9).fillColor('#465465');
  doc.text(`扫码核验真伪，或在核验页输入 ${paper.code}`, margin + 96, y + 4, { width: 200 });
  doc.text(paper.verifyUrl, margin + 96, y + 32, { width: 210 });
  doc.font('bold').fontSize(12).fillColor('#14202e');
  doc.text(paper.issuer, margin + 300, y + 26, { width: doc.page.width - 2 * margin - 300, align: 'right' });
  doc.font('regular').text(paper.issuedOn, { width: doc.page.width - 2 * margin - 300, align: 'right' });
}

/** Small print below the foot, and the proof as an attachment that can be checked without us. */
function writeEvidence(doc: Doc, { lines, proof }: NonNullable<Paper['evidence']>): void {
  const width = doc.page.width - 2 * margin;
  doc.font('regular').fontSize(7.5).fillColor('#465465');
  doc.text(lines.join('\n'), margin, doc.page.height - margin - evidenceHeight, { width, lineGap: 1 });
  if (proof !== undefined)
    doc.file(Buffer.from(proof), { name: proofName, type: 'application/json', description: '存证证明' });
}
