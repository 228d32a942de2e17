import Type from 'typebox';
import { fact } from '../../../platform/index.ts';

/** 异常查看: somebody unmasked so much in a day that the account was suspended. */
export const unmaskedTooMuch = fact(
  'cases.unmasked-too-much',
  Type.Object({ personId: Type.String(), branch: Type.String(), times: Type.Integer() }),
);
