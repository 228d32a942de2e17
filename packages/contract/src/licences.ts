import Type, { type Static } from 'typebox';
import { rawReply, route } from './route.ts';
import { closed, Day, Id, Words } from './words.ts';

const holder = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;

/** One line of a licence as it is read. */
export const CardFact = Type.Object({ label: Words, value: Type.String() }, closed);
export type CardFact = Static<typeof CardFact>;

/** 版式: how the card of a type looks; the back is empty where there is none. */
export const CardFace = Type.Object(
  {
    look: Type.Enum(['azure', 'jade', 'plum', 'gold', 'slate', 'rose']),
    front: Type.Array(CardFact),
    back: Type.Array(CardFact),
  },
  closed,
);
export type CardFace = Static<typeof CardFace>;

/** 电子证照: one licence in its holder's wallet. */
export const LicenceCard = Type.Object(
  {
    licence: Id,
    type: Type.String(),
    name: Words,
    identifier: Type.Optional(
      Type.String({ description: 'GB/T 36904 标识；证照类型代码还不知道时没有，显示“标识待定”' }),
    ),
    number: Type.String(),
    version: Type.Integer({ minimum: 1 }),
    issuer: Type.String(),
    issuedOn: Day,
    validUntil: Type.Optional(Day),
    state: Type.Enum(['valid', 'suspended', 'revoked', 'cancelled', 'expired', 'replaced']),
    facts: Type.Array(CardFact),
    face: CardFace,
    /** Whether it can prove that its holder is 18 or older. */
    tellsAge: Type.Boolean(),
    code: Type.Optional(Type.String({ description: '核验码' })),
    certificate: Type.Boolean({ description: '能否下载签名的 PDF' }),
  },
  closed,
);
export type LicenceCard = Static<typeof LicenceCard>;

export const licencesRoutes = {
  wallet: route({
    method: 'GET',
    path: '/licences',
    access: holder,
    summary: 'My licences',
    reply: Type.Array(LicenceCard),
  }),
  certificate: route({
    method: 'GET',
    path: '/licences/:licence/certificate',
    access: holder,
    summary: 'The signed certificate of one of my licences',
    params: Type.Object({ licence: Id }, closed),
    reply: rawReply('application/pdf'),
  }),
};
