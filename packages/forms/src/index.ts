export { checkAnswer, checkForm, type FormFault, pointerOf } from './check.ts';
export { expandForm, type FormSituation } from './expand.ts';
export type { Address, Form, FormPage, FormValues, Person, Question, QuestionKind } from './form.ts';
export { type FormSources, type Origin, type Prefilled, prefill } from './prefill.ts';
export type { Area, FieldUse, FormField, FormGroup, FormSource } from './source.ts';
export { blankValues, findAddress, findPerson, readValues } from './values.ts';
