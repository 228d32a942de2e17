import { checkUscc } from './organisation-code.ts';

/** 实施编码: which organisation carries out which item, at which level (GB/T 39554.1). */
export type ItemCode = {
  readonly ok: true;
  readonly code: string;
  /** 实施主体统一社会信用代码 */
  readonly organisation: string;
  /** 行使层级, 1 national to 7 */
  readonly level: number;
  /** 基本编码, 12 digits */
  readonly basic: string;
  /** First two digits of the basic code: a province, 00 the nation. */
  readonly province: string;
  /** 事项类型 */
  readonly type: string;
  readonly main: string;
  /** 000 when there is no sub-item. */
  readonly sub: string;
  /** 业务办理项 sequence of the 33-character form. */
  readonly handling?: string;
};

export type ItemCodeFault = {
  readonly ok: false;
  readonly why: 'pattern' | 'organisation';
  readonly message: string;
};

/** Takes an item code of 31 or 33 characters apart and checks the credit code inside it. */
export function parseItemCode(text: string): ItemCode | ItemCodeFault {
  const code = text.trim().toUpperCase();
  const parts = /^([0-9A-Z]{18})([1-7])(\d{12})(\d{2})?$/.exec(code);
  if (parts === null) {
    return { ok: false, why: 'pattern', message: '实施编码应为 31 位，带办理项序号的为 33 位' };
  }
  const [, organisation = '', level = '', basic = '', handling] = parts;
  const verdict = checkUscc(organisation);
  if (!verdict.ok) return { ok: false, why: 'organisation', message: verdict.message };
  return {
    ok: true,
    code,
    organisation,
    level: Number(level),
    basic,
    province: basic.slice(0, 2),
    type: basic.slice(2, 4),
    main: basic.slice(4, 9),
    sub: basic.slice(9),
    ...(handling === undefined ? {} : { handling }),
  };
}
