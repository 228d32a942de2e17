import type { WorkingCalendar } from '@tongban/calendar';
import { answerDueOn } from '@tongban/casework';
import type { DocumentRow } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { OpenCase } from '../model.ts';
import { PAPERS } from '../papers.ts';
import { dayText, materialRows } from '../sealing.ts';
import { drawnUnder, type Signed, signedHow } from '../signed.ts';

type Deps = Pick<Platform, 'clock'> & {
  files: Pick<Files, 'papers'>;
  offices: Offices;
  calendar: WorkingCalendar;
  identity: Pick<Identity, 'inTransaction'>;
};
type Receipted = { receipt: DocumentRow; cases: OpenCase[] };
export type Receipts = ReturnType<typeof createReceipts>;

/** 收件凭证 of a sitting: one receipt for everything handed in at once; every case refers to it. */
export function createReceipts(deps: Deps) {
  return {
    async seal(tx: Tx, filed: readonly OpenCase[], signed: Signed): Promise<Receipted> {
      const [first] = filed;
      if (first === undefined) throw new Error('A receipt is given for at least one case');
      const receipt = await sealed(deps, tx, { first, filed, signed });
      const cases = filed.map((open) => ({
        ...open,
        row: { ...open.row, documents: [...open.row.documents, receipt] },
      }));
      return { receipt, cases };
    },
  };
}

async function sealed(
  { clock, files, offices, calendar, identity }: Deps,
  tx: Tx,
  { first, filed, signed }: { first: OpenCase; filed: readonly OpenCase[]; signed: Signed },
): Promise<DocumentRow> {
  const { row } = first;
  const { title } = PAPERS.receipt;
  const today = shanghaiDay(clock());
  const office = offices.organisation(row.office);
  const [issuer, phone] = [office?.name ?? '', office?.phone ?? ''];
  const number = `${row.case_number}-${String(row.documents.length + 1).padStart(2, '0')}`;
  const { name: addressee } = await identity.inTransaction(tx, row.person_id);
  const { document, code } = await files.papers.seal(tx, {
    ...{ ownerId: row.person_id, kind: 'receipt', title, number, issuer, issuedOn: today },
    facts: [
      { label: { zh: '申请人', en: 'Applicant' }, value: row.applicant },
      ...filed.map((open) => ({
        label: { zh: '办件编号', en: 'Case number' },
        value: `${open.row.case_number} ${open.edition.folder.item.name}`,
      })),
    ],
    page: {
      ...{ title: title.zh, number, issuer, issuedOn: dayText(today), addressee },
      paragraphs: [
        `您在窗口申请的 ${filed.length} 件事，我们已于${dayText(today)}收到，每件收到的材料列在下面。`,
        `我们会在${dayText(answerDueOn(calendar, today))}前告诉您是否受理。材料要补的，我们一次说清。`,
      ],
      rows: [...filed.flatMap(rowsOf), { label: '申请人确认', value: signedHow(signed) }],
      ...drawnUnder(signed, '申请人签名'),
      closing: [
        '本凭证证明收到了申请材料，不表示已经受理。',
        `凭办件编号可以在网上查看进度，也可以打 ${phone} 询问。`,
      ],
    },
  });
  return { document, code, kind: 'receipt', title, number, madeAt: clock().toISOString() };
}

function rowsOf(open: OpenCase) {
  return [
    { label: '事项', value: open.edition.folder.item.name },
    { label: '办件编号', value: open.row.case_number },
    ...materialRows(open),
  ];
}
