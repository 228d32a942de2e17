import type { PostalParty } from '@tongban/contract';
import { findAddress, readValues } from '@tongban/forms';
import type { Offices } from '../../offices/index.ts';
import { divisionText } from '../division-text.ts';
import type { OpenCase } from '../model.ts';
import type { Situations } from '../situation.ts';

export type PostalParts = { situations: Pick<Situations, 'formOf'>; offices: Pick<Offices, 'division'> };
/** Where a result is sent; the phone only where the form asks one. */
export type PostalAddress = { address: string; phone?: string };

/** The fields under which forms ask where the result is to be sent. */
const postalFields = ['postal-address', 'post-address', 'delivery'];

/** 收件地址: what the applicant wrote in the form; undefined when they come to collect. */
export function findPostalAddress(
  { edition, content }: OpenCase,
  { situations, offices }: PostalParts,
): PostalAddress | undefined {
  const values = readValues(situations.formOf(edition, content.answers), content.values);
  const found = postalFields.map((field) => findAddress(values, field)).find(Boolean);
  if (found === undefined) return undefined;
  const { phone } = values;
  return {
    address: `${divisionText(offices, found.division)}${found.detail}`,
    ...(phone === undefined || phone === '' ? {} : { phone }),
  };
}

/** The office a parcel comes from or goes to, where its hall stands. */
export function officeOf({ offices }: { offices: Offices }, { row }: Pick<OpenCase, 'row'>): PostalParty {
  const office = offices.organisation(row.office);
  const hall = offices.hallOf(row.office);
  return { name: office?.name ?? '', phone: office?.phone ?? '', address: hall?.address ?? '' };
}
