import { addDays, addMonths, ageOn } from '@tongban/calendar';
import type { LicenceType } from '@tongban/catalogue/author';
import type { LicenceCard } from '@tongban/contract';
import { checkCitizenNumber, isDay, licenceIdentifier } from '@tongban/kernel';

/** What is written down of a licence; that one has expired is read from its day. */
export type KeptState = Exclude<LicenceCard['state'], 'expired'>;

/** 证照数据: the fields of a licence by their ids. */
export type LicenceData = Readonly<Record<string, unknown>>;

/** The state of a licence on a day. */
export function stateOn(
  licence: { state: KeptState; validUntil?: string | undefined },
  today: string,
): LicenceCard['state'] {
  const over = licence.validUntil !== undefined && licence.validUntil < today;
  return licence.state === 'valid' && over ? 'expired' : licence.state;
}

/** Until when a licence of this type holds; undefined when its end is not known from rules. */
export function validUntil(
  { validity }: LicenceType,
  known: { issuedOn: string; bornOn?: string | undefined; stated?: string | undefined },
): string | undefined {
  switch (validity.rule) {
    case 'permanent':
      return undefined;
    case 'stated':
      return known.stated;
    case 'after':
      return after(known.issuedOn, validity);
    case 'by-age': {
      if (known.bornOn === undefined) return known.stated;
      const age = ageOn(known.bornOn, known.issuedOn);
      const band = validity.bands.filter(({ from }) => from <= age).at(-1);
      return band?.years === undefined ? undefined : addMonths(known.issuedOn, 12 * band.years);
    }
  }
}

function after(issuedOn: string, span: { count: number; unit: 'years' | 'months' | 'days' }): string {
  if (span.unit === 'days') return addDays(issuedOn, span.count);
  return addMonths(issuedOn, span.unit === 'years' ? 12 * span.count : span.count);
}

/**
 * Whether a new licence takes the place of an earlier one: always with the same number; a person's own card or register
 * entry also with another number, for there is only one. Certificates and papers of vehicles stand side by side.
 */
export function takesPlaceOf(type: LicenceType, numbers: { earlier: string; next: string }): boolean {
  if (numbers.earlier === numbers.next) return true;
  return type.kind !== 'certificate' && type.holder.kind === 'person';
}

/** 电子证照标识: undefined while the type code or the issuer's code is not known; none is ever made up. */
export function findIdentifier(parts: {
  type: LicenceType;
  issuerCode: string | undefined;
  serial: string;
  version: number;
}): string | undefined {
  const { type, issuerCode, serial, version } = parts;
  if (type.code === undefined || issuerCode === undefined) return undefined;
  return licenceIdentifier({
    type: type.code,
    issuer: issuerCode,
    serial,
    version: String(version).padStart(3, '0'),
  });
}

const ofAge = 18;

/** The day of birth a licence of a person tells, by itself or in a citizen number; undefined where it tells none. */
export function bornOnIn(type: LicenceType, data: LicenceData): string | undefined {
  if (type.holder.kind !== 'person' && type.holder.kind !== 'foreigner') return undefined;
  const { citizen_number: number, born_on: bornOn } = data;
  const checked = typeof number === 'string' ? checkCitizenNumber(number) : undefined;
  if (checked?.ok === true) return checked.birthDate;
  const isOwn = type.fields.some(({ id }) => id === 'name');
  return isOwn && typeof bornOn === 'string' && isDay(bornOn) ? bornOn : undefined;
}

/** 已满18周岁: whether somebody born on a day is of age. */
export function isAdult(bornOn: string, today: string): boolean {
  return ageOn(bornOn, today) >= ofAge;
}

/** A marriage names both partners; what a form asks for is the one who is not the holder. */
export function dataFor(data: LicenceData, citizenNumber: string | undefined): LicenceData {
  const { partners, spouse } = data;
  if (spouse !== undefined || !Array.isArray(partners) || citizenNumber === undefined) return data;
  const other = partners.find((one: unknown) => numberIn(one) !== citizenNumber);
  return other === undefined ? data : { ...data, spouse: other };
}

function numberIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'citizen_number') : undefined;
}
