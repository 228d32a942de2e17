import type { LicenceType } from '@tongban/catalogue/author';
import type { CardFace, CardFact } from '@tongban/contract';
import type { LicenceData } from './rules.ts';
import { dayText, publicNumberText, valueText } from './words.ts';

/** What every card says, whether its data repeat it or not. */
export type StandingFacts = {
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil: string | undefined;
};

const standingLabels: Readonly<Record<string, { zh: string; en: string }>> = {
  number: { zh: '证件编号', en: 'Number' },
  issuer: { zh: '签发机关', en: 'Issuer' },
  issued_on: { zh: '签发日期', en: 'Issued on' },
  valid_until: { zh: '有效期至', en: 'Valid until' },
};

/** 版式: the two sides of a card as its type lays them out; a type without a layout shows its fields in their order. */
export function faceOf(type: LicenceType, standing: StandingFacts, data: LicenceData): CardFace {
  const layout = type.face ?? plainLayout(type);
  const read = (ids: readonly string[]) => ids.flatMap((id) => factOf({ type, standing, data }, id) ?? []);
  return { look: layout.look, front: read(layout.front), back: read(layout.back) };
}

type Told = { type: LicenceType; standing: StandingFacts; data: LicenceData };

function factOf({ type, standing, data }: Told, id: string): CardFact | undefined {
  const field = type.fields.find((one) => one.id === id);
  const label = field === undefined ? standingLabels[id] : { zh: field.name, en: field.name_en };
  const value = standingValue(standing, id) ?? valueText(data[id]);
  if (label === undefined || value === undefined) return undefined;
  return { label, value: field?.type === 'citizen-number' ? publicNumberText(value) : value };
}

function standingValue({ number, issuer, issuedOn, validUntil }: StandingFacts, id: string) {
  switch (id) {
    case 'number':
      return publicNumberText(number);
    case 'issuer':
      return issuer;
    case 'issued_on':
      return dayText(issuedOn);
    case 'valid_until':
      return validUntil === undefined ? '长期' : dayText(validUntil);
    default:
      return undefined;
  }
}

function plainLayout(type: LicenceType): NonNullable<LicenceType['face']> {
  const shown = type.fields.filter((field) => field.shown !== false && field.type !== 'division');
  const front = shown.map(({ id }) => id).filter((id) => !(id in standingLabels));
  return { look: 'slate', front: ['number', ...front], back: ['issuer', 'issued_on', 'valid_until'] };
}
