import Type from 'typebox';
import { fact } from '../../platform/index.ts';

const Happened = Type.Object({
  order: Type.String(),
  number: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }),
  about: Type.String(),
  personId: Type.String(),
  branch: Type.String(),
  fen: Type.Integer(),
});

export const paymentOpened = fact('payments.opened', Happened);
export const paymentPaid = fact('payments.paid', Happened);
export const paymentRefunded = fact('payments.refunded', Happened);
