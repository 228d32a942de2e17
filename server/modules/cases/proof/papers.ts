import type { Refusal } from '@tongban/casework';
import { maskCitizenNumber } from '@tongban/kernel';
import type { Person } from '../../identity/index.ts';
import type { OpenCase, SlotKey } from '../model.ts';
import { remedyWords } from '../remedies.ts';
import { dayText, type Page } from '../sealing.ts';
import { drawnUnder, type Signed, signedHow } from '../signed.ts';
import { slotName } from '../slots.ts';
import { undertakingOf } from './notice.ts';

/** 告知承诺书, as it was agreed to. */
export function undertakingPage(
  { edition, row }: OpenCase,
  slot: SlotKey,
  given: { person: Person; signed: Signed; at: string },
): Page {
  const { title, paragraphs } = undertakingOf(edition, slot);
  const { name, citizenNumber = '' } = given.person;
  return {
    ...{ kind: 'undertaking', addressee: name, paragraphs },
    title: { zh: title, en: 'Written promise' },
    rows: [
      { label: '事项', value: edition.folder.item.name },
      { label: '办件编号', value: row.case_number },
      { label: '承诺人', value: `${name}（${maskCitizenNumber(citizenNumber)}）` },
      { label: '承诺方式', value: signedHow(given.signed) },
      { label: '承诺时间', value: `${dayText(given.at.slice(0, 10))}` },
    ],
    closing: ['承诺不实的，要承担告知的后果。'],
    ...drawnUnder(given.signed, '承诺人签名'),
  };
}

/** 限期改正通知书: what a check found, and by when it is to be put right. */
export function putRightPage(
  { edition, row }: OpenCase,
  slot: SlotKey,
  told: { addressee: string; finding: string; correctBy: string },
): Page {
  const material = slotName(edition, slot).zh;
  return {
    ...{ kind: 'promise-correction', addressee: told.addressee },
    title: { zh: '限期改正通知书', en: 'Notice to put a promise right' },
    paragraphs: [
      `您办理“${edition.folder.item.name}”时，用承诺代替了“${material}”。核查发现和承诺的不一致。`,
      `${dayText(told.correctBy)}前改正，并告诉我们。`,
    ],
    rows: [
      { label: '办件编号', value: row.case_number },
      { label: '核查发现', value: told.finding },
      { label: '改正期限', value: dayText(told.correctBy) },
    ],
    closing: ['到期没有改正的，撤销原来的决定，并记入不实承诺记录。'],
  };
}

/** 撤销决定书: what had been granted on an untrue promise is taken back, with reason, basis and remedies. */
export function revocationPage(
  { edition, row }: OpenCase,
  refusal: Refusal,
  told: { addressee: string; barredUntil: string },
): Page {
  const { item } = edition.folder;
  return {
    ...{ kind: 'revocation', addressee: told.addressee },
    title: { zh: '撤销决定书', en: 'Decision to revoke' },
    paragraphs: [
      `您办理“${item.name}”时作了不实的承诺，现决定撤销原来准予的决定。`,
      `原来发给您的“${item.result.name}”不再有效。`,
      `${dayText(told.barredUntil)}前，您办事不能再用承诺代替材料。`,
    ],
    rows: [
      { label: '办件编号', value: row.case_number },
      { label: '理由', value: refusal.reason },
      { label: '依据', value: refusal.basis.join('；') },
    ],
    closing: remedyWords(refusal.remedies).map(({ zh }) => `${zh}。`),
  };
}
