import type { LicenceType } from '@tongban/catalogue/author';
import { maskName } from '@tongban/kernel';
import type { PaperWish } from '../files/index.ts';
import type { LicenceData } from './rules.ts';
import { dayText, fillText, publicNumberText, shownFields } from './words.ts';

/** What a certificate says beside the data of the licence. */
type CertificateFacts = {
  holderId: string;
  holderName: string;
  number: string;
  identifier: string | undefined;
  issuer: string;
  issuedOn: string;
  validUntil: string | undefined;
  item: string | undefined;
  caseNumber: string | undefined;
  data: LicenceData;
};

/** 证照文书: the page of a licence that has certificate words; undefined for cards, which have none. */
export function findCertificate(type: LicenceType, facts: CertificateFacts): PaperWish | undefined {
  if (type.text === undefined) return undefined;
  const { title, title_en: titleEn, body } = type.text;
  const { holderId, holderName, number, issuer, issuedOn, validUntil } = facts;
  return {
    ownerId: holderId,
    kind: 'licence',
    title: { zh: title, en: titleEn },
    number: publicNumberText(number),
    issuer,
    issuedOn,
    ...(validUntil === undefined ? {} : { validUntil }),
    facts: [
      { label: { zh: '证照', en: 'Licence' }, value: type.name },
      { label: { zh: '持有人', en: 'Holder' }, value: maskName(holderName) },
      { label: { zh: '编号', en: 'Number' }, value: publicNumberText(number) },
    ],
    page: {
      title,
      number,
      paragraphs: fillText(body, given(facts)).split('\n').filter(Boolean),
      rows: rowsOf(type, facts),
      closing: [],
      issuer,
      issuedOn: dayText(issuedOn),
    },
  };
}

function given(facts: CertificateFacts): Record<string, unknown> {
  return {
    ...facts.data,
    holder: facts.holderName,
    number: facts.number,
    issued_on: facts.issuedOn,
    issuer: facts.issuer,
    item: facts.item,
    case_number: facts.caseNumber,
    valid_until: facts.validUntil ?? '长期',
  };
}

function rowsOf(type: LicenceType, facts: CertificateFacts) {
  const shown = shownFields(type, facts.data).map(({ label, value }) => ({ label: label.zh, value }));
  return [
    { label: '持有人', value: facts.holderName },
    { label: '编号', value: facts.number },
    { label: '证照标识', value: facts.identifier ?? '标识待定（证照类型代码未公布）' },
    ...shown,
    { label: '有效期至', value: untilText(type, facts.validUntil) },
  ];
}

function untilText({ validity }: LicenceType, until: string | undefined): string {
  if (until !== undefined) return dayText(until);
  return validity.rule === 'stated' ? '见证照记载' : '长期';
}
