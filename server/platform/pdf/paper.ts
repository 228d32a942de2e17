import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PdfDocument from 'pdfkit';
import { toBuffer } from 'qrcode';
import { addSignatureField } from './signature-field.ts';

/** 文书: one page of a bureau's paper, as data. `demo` prints across it that it proves nothing. */
export type Paper = {
  readonly title: string;
  readonly number: string;
  readonly addressee?: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly closing: readonly string[];
  readonly issuer: string;
  readonly issuedOn: string;
  readonly code: string;
  readonly verifyUrl: string;
  readonly demo: boolean;
};

const margin = 56;
const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const font = (weight: string) => readFile(join(folder, `NotoSansHans-${weight}.otf`));
let fonts: Promise<[Buffer, Buffer]> | undefined;

/** Lays a paper out on A4 with an embedded Chinese font, a verify code as QR and an empty signature field. */
export async function printPaper(paper: Paper): Promise<Buffer> {
  fonts ??= Promise.all([font('Regular'), font('Bold')]);
  const [regular, bold] = await fonts;
  const info = { Title: paper.title, Author: paper.issuer, Subject: paper.number, Creator: 'Tongban' };
  const doc = new PdfDocument({ size: 'A4', margin, info, lang: 'zh-CN', autoFirstPage: true });
  const done = collect(doc);
  doc.registerFont('regular', regular).registerFont('bold', bold);
  if (paper.demo) stampDemo(doc);
  writeHead(doc, paper);
  writeBody(doc, paper);
  await writeFoot(doc, paper);
  addSignatureField(doc, paper.issuer);
  doc.end();
  return done;
}

type Doc = PDFKit.PDFDocument;

function collect(doc: Doc): Promise<Buffer> {
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
  const y = Math.max(doc.y + 20, doc.page.height - margin - 120);
  doc.image(image, margin, y, { width: 84 });
  doc.font('regular').fontSize(9).fillColor('#465465');
  doc.text(`扫码核验真伪，或在核验页输入 ${paper.code}`, margin + 96, y + 4, { width: 200 });
  doc.text(paper.verifyUrl, margin + 96, y + 32, { width: 210 });
  doc.font('bold').fontSize(12).fillColor('#14202e');
  doc.text(paper.issuer, margin + 300, y + 26, { width: doc.page.width - 2 * margin - 300, align: 'right' });
  doc.font('regular').text(paper.issuedOn, { width: doc.page.width - 2 * margin - 300, align: 'right' });
}
