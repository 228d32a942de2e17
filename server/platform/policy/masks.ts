import { maskCitizenNumber, maskName, maskPhone } from '@tongban/kernel';
import type { Decision, PersonalField } from './subject.ts';

type Personal = { readonly [Field in PersonalField]?: string };

/** 脱敏: the personal fields of somebody as the decision lets them be shown. */
export function maskedBy<P extends Personal>({ maskedFields }: Pick<Decision, 'maskedFields'>, person: P): P {
  const hidden = maskedFields.flatMap((field) => {
    const value = person[field];
    return value === undefined ? [] : [[field, masks[field](value)] as const];
  });
  return { ...person, ...Object.fromEntries(hidden) };
}

const masks: Readonly<Record<PersonalField, (value: string) => string>> = {
  name: maskName,
  citizenNumber: maskCitizenNumber,
  phone: maskPhone,
  address: maskAddress,
};

/** Of an address the first six characters stay: the city, not the door. */
function maskAddress(address: string): string {
  const characters = Array.from(address);
  return characters.length <= 6 ? '*'.repeat(characters.length) : `${characters.slice(0, 6).join('')}****`;
}
