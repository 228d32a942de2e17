import type { LicenceType } from '@tongban/catalogue/author';
import { type FormValues, findAddress, findPerson } from '@tongban/forms';
import type { Person } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import { divisionText } from './division-text.ts';

/** What is known when a licence is made from a case. */
type LicenceSources = {
  person: Person;
  values: FormValues;
  offices: Pick<Offices, 'division'>;
  issuer: string;
  issuedOn: string;
  number: string;
};
type Field = LicenceType['fields'][number];

/** 证照内容: the fields of a licence, taken from identity and from what the applicant stated; unknown ones stay empty. */
export function licenceData(type: LicenceType, sources: LicenceSources): Record<string, unknown> {
  return Object.fromEntries(
    type.fields.flatMap((field) => {
      const value = standardValue(field.id, sources) ?? statedValue(field, sources);
      return value === undefined || value === '' ? [] : [[field.id, value] as const];
    }),
  );
}

/** 证照编号: a card without a number of its own goes by the holder's citizen number, everything else by the case. */
export function licenceNumber(type: LicenceType, person: Person, caseNumber: string): string {
  const numbered = type.kind !== 'card' || type.fields.some(({ id }) => id === 'number');
  return numbered ? caseNumber : (person.citizenNumber ?? caseNumber);
}

function standardValue(id: string, { person, number, issuer, issuedOn }: LicenceSources): unknown {
  const known: Record<string, unknown> = {
    name: person.name,
    citizen_number: person.citizenNumber,
    born_on: person.bornOn,
    sex: person.sex,
    number,
    issuer,
    issued_on: issuedOn,
  };
  return known[id];
}

function statedValue(field: Field, { person, values, offices }: LicenceSources): unknown {
  const names = [field.id, field.id.replaceAll('_', '-')];
  switch (field.type) {
    case 'person':
      return names.map((name) => personValue(values, name)).find(Boolean);
    case 'address': {
      const address = [...names, 'address'].map((name) => findAddress(values, name)).find(Boolean);
      return address === undefined
        ? undefined
        : `${divisionText(offices, address.division)}${address.detail}`;
    }
    case 'division':
      return findAddress(values, 'address')?.division ?? person.division;
    case 'text':
    case 'date':
    case 'number':
    case 'phone':
    case 'sex':
    case 'uscc':
    case 'citizen-number':
      return names.map((name) => values[name]).find(Boolean);
    case 'persons':
      return undefined;
  }
}

function personValue(values: FormValues, name: string) {
  const person = findPerson(values, name);
  return person === undefined ? undefined : { name: person.name, citizen_number: person.citizenNumber };
}
