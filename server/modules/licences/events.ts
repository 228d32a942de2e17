import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** A licence has been issued to a person. */
export const licenceIssued = fact(
  'licences.issued',
  Type.Object({
    licenceId: Type.String(),
    personId: Type.String(),
    type: Type.String(),
    caseNumber: Type.Optional(Type.String()),
  }),
);

/** A licence has been revoked; it should never have been issued. */
export const licenceRevoked = fact(
  'licences.revoked',
  Type.Object({ licenceId: Type.String(), personId: Type.String(), type: Type.String() }),
);

const Link = Type.Object({ personId: Type.String(), byId: Type.String() });

/** Somebody has asked a person to be linked as family. */
export const linkAsked = fact('licences.link-asked', Link);

/** Who was asked has agreed. */
export const linkAgreed = fact('licences.link-agreed', Link);
