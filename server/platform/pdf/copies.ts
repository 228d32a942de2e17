import PdfDocument from 'pdfkit';
import { collect, layPaper, type Paper, readFonts } from './paper.ts';

/** 打印件: several papers in one document to print. Copies carry no signature; each page names its number and verify code. */
export async function printCopies(papers: readonly Paper[]): Promise<Buffer> {
  const [regular, bold] = await readFonts();
  const info = { Title: '文书打印件', Creator: 'Tongban' };
  const doc = new PdfDocument({
    ...{ size: 'A4', margin: 56, info, lang: 'zh-CN' },
    ...{ autoFirstPage: false, bufferPages: true },
  });
  const done = collect(doc);
  doc.registerFont('regular', regular).registerFont('bold', bold);
  const ofPage: Paper[] = [];
  for (const paper of papers) {
    doc.addPage();
    await layPaper(doc, paper);
    while (ofPage.length < doc.bufferedPageRange().count) ofPage.push(paper);
  }
  for (const [page, paper] of ofPage.entries()) {
    doc.switchToPage(page);
    writeCode(doc, paper);
  }
  doc.end();
  return done;
}

function writeCode(doc: PDFKit.PDFDocument, { title, number, code }: Paper): void {
  doc.font('regular').fontSize(8).fillColor('#465465');
  doc.text(`打印件 · ${title} ${number} · 核验码 ${code}`, 56, doc.page.height - 34, { lineBreak: false });
}
