import { citizenCheck } from '@tongban/kernel';
import { type CopyRow, type CopyTable, newId, type Vault } from '../../platform/index.ts';

/** 演示人员: citizens who do not exist, in numbers, for trying the house out under load. */
export const inventedPersons: CopyTable = {
  name: 'identity.person',
  columns: [
    ['person_id', 'uuid'],
    ['kind', 'text'],
    ['name', 'text'],
    ['citizen_number', 'bytea'],
    ['citizen_number_index', 'bytea'],
    ['phone', 'bytea'],
    ['born_on', 'date'],
    ['sex', 'text'],
    ['division', 'text'],
    ['created_at', 'timestamptz'],
  ],
};

export type Invented = {
  readonly personId: string;
  readonly name: string;
  readonly citizenNumber: string;
  readonly row: CopyRow;
};

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'.split('');
const given = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'.split('');
const firstYear = 1950;
const years = 60;
/** In 990101 to 990199, divisions that do not exist, so that no number can belong to anybody. */
const divisions = 99;
const perDay = 500;

/** Makes the invented citizen of a place in the row of all invented citizens; the same place is the same number. */
export function createInventor(vault: Vault, now: Date) {
  return (place: number): Invented => {
    const personId = newId();
    const { number, bornOn, sex } = numberAt(place);
    const name = `示例·${surnames[place % surnames.length]}${given[place % given.length]}${given[Math.floor(place / 20) % given.length]}`;
    const phone = `1990000${String(place % 10_000).padStart(4, '0')}`;
    const row = [
      ...[personId, 'citizen', name],
      vault.seal(`identity.person.number|${personId}`, number),
      vault.index('identity.person.number', number),
      vault.seal(`identity.person.phone|${personId}`, phone),
      ...[bornOn, sex, '4419'],
      now,
    ];
    return { personId, name, citizenNumber: number, row };
  };
}

function numberAt(place: number) {
  const order = place % perDay;
  const day = Math.floor(place / perDay);
  const division = 990_101 + (Math.floor(day / (years * 336)) % divisions);
  const date = new Date(
    Date.UTC(
      firstYear + (day % years),
      Math.floor(day / years) % 12,
      1 + (Math.floor(day / years / 12) % 28),
    ),
  );
  const bornOn = date.toISOString().slice(0, 10);
  const digits = `${division}${bornOn.replaceAll('-', '')}${String(500 + order).slice(-3)}`;
  const sex = (500 + order) % 2 === 1 ? 'male' : 'female';
  return { number: `${digits}${citizenCheck(digits)}`, bornOn, sex };
}
