import { organisationCheck, usccCheck } from './check-characters.ts';
import { tidyNumber } from './citizen-number.ts';

export type OrganisationCodeFault = {
  readonly ok: false;
  readonly why: 'length' | 'character' | 'check';
  /** Which character is wrong, counted from 1. */
  readonly at?: number;
  readonly message: string;
  readonly messageEn: string;
};

export type Uscc = { readonly ok: true; readonly code: string; readonly organisationCode: string };
export type OrganisationCode = { readonly ok: true; readonly code: string };

/** 统一社会信用代码 (GB 32100): checks alphabet and check character; positions 9–17 are the organisation code. */
export function checkUscc(text: string): Uscc | OrganisationCodeFault {
  const code = tidyNumber(text);
  const wrong = checkShape(code, uscc);
  return wrong ?? { ok: true, code, organisationCode: code.slice(8, 17) };
}

/** 组织机构代码 (GB 11714): nine characters, a hyphen before the last one is allowed. */
export function checkOrganisationCode(text: string): OrganisationCode | OrganisationCodeFault {
  const code = tidyNumber(text);
  return checkShape(code, organisation) ?? { ok: true, code };
}

type Shape = {
  readonly zh: string;
  readonly en: string;
  readonly length: number;
  readonly foreign: RegExp;
  readonly check: (text: string) => string;
};

const uscc: Shape = {
  zh: '统一社会信用代码',
  en: 'credit code',
  length: 18,
  foreign: /[^0-9A-HJ-NPQRTUWXY]/,
  check: usccCheck,
};

const organisation: Shape = {
  zh: '组织机构代码',
  en: 'organisation code',
  length: 9,
  foreign: /[^0-9A-Z]/,
  check: organisationCheck,
};

function checkShape(code: string, shape: Shape): OrganisationCodeFault | undefined {
  const { zh, en, length } = shape;
  if (code.length !== length) {
    return {
      ok: false,
      why: 'length',
      message: `${zh}应为 ${length} 位，现在是 ${code.length} 位`,
      messageEn: `A ${en} has ${length} characters; this one has ${code.length}`,
    };
  }
  const foreign = code.search(shape.foreign);
  if (foreign !== -1) {
    return {
      ok: false,
      why: 'character',
      at: foreign + 1,
      message: `${zh}第 ${foreign + 1} 位不是可用的数字或字母，请核对`,
      messageEn: `Character ${foreign + 1} cannot occur in a ${en}; check it`,
    };
  }
  if (shape.check(code.slice(0, -1)) === code.slice(-1)) return undefined;
  return {
    ok: false,
    why: 'check',
    at: length,
    message: `${zh}第 ${length} 位对不上，请核对`,
    messageEn: `Character ${length} of the ${en} does not match; check the code`,
  };
}
