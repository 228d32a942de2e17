/** Room for the signature, in bytes; a signature with one certificate takes about 1,700. */
export const signatureBytes = 8192;
/** What stands in the byte range until the signer writes the true numbers over it; it has their full length. */
export const rangePlaceholder = 9_999_999_999;

type Reference = { readonly end: () => void; readonly data: Record<string, unknown> };
type Inner = {
  readonly ref: (data: Record<string, unknown>) => Reference;
  readonly page: { readonly dictionary: Reference };
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: FormData } } };
};
type FormData = { readonly Fields: Reference[]; SigFlags?: number; NeedAppearances?: boolean };

/** Adds an invisible signature field with empty contents (PDF 32000-1, 12.8) to the last page of a document. */
export function addSignatureField(doc: PDFKit.PDFDocument, signer: string): void {
  const inner = innerOf(doc);
  const signature = inner.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, rangePlaceholder, rangePlaceholder, rangePlaceholder],
    Contents: Buffer.alloc(signatureBytes),
    // A String object is written as text; a plain string would become a PDF name.
    Name: new String(signer),
    M: new Date(),
  });
  const field = inner.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('signature'),
    F: 132,
    Rect: [0, 0, 0, 0],
    V: signature,
    P: inner.page.dictionary,
  });
  inner.page.dictionary.data.Annots = [field];
  doc.initForm();
  const form = inner._root.data.AcroForm.data;
  form.Fields.push(field);
  form.SigFlags = 3;
  // A viewer told to draw appearances would change the file it opened, and the signature with it.
  delete form.NeedAppearances;
  for (const made of [signature, field]) made.end();
}

/** The parts of the PDF library that its types do not tell. */
function innerOf(doc: unknown): Inner {
  return doc as Inner;
}
