import type { Address, Form, FormValues, Person, Question } from './form.ts';

/** What a form holds before anyone answers: an empty text for every question. */
export function blankValues(form: Form): FormValues {
  return Object.fromEntries(form.questions.map((question) => [question.id, '']));
}

/** Reads what was sent: only what the form asks, tidied as people type; anything else is left behind. */
export function readValues(form: Form, sent: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    form.questions.map((question) => {
      const value = Object.hasOwn(sent, question.id) ? sent[question.id] : undefined;
      return [question.id, typeof value === 'string' ? tidy(question, value) : ''];
    }),
  );
}

/** The person asked for under this field id; undefined while either answer is missing. */
export function findPerson(values: FormValues, fieldId: string): Person | undefined {
  const name = values[`${fieldId}.name`];
  const citizenNumber = values[`${fieldId}.citizenNumber`];
  return name && citizenNumber ? { name, citizenNumber } : undefined;
}

/** The address asked for under this field id; undefined while either answer is missing. */
export function findAddress(values: FormValues, fieldId: string): Address | undefined {
  const division = values[`${fieldId}.division`];
  const detail = values[`${fieldId}.detail`];
  return division && detail ? { division, detail } : undefined;
}

function tidy({ kind }: Question, value: string): string {
  const text = value.trim();
  switch (kind) {
    case 'citizen-number':
    case 'uscc':
      return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    case 'phone':
      return text.normalize('NFKC').replace(/[\s-]/g, '').replace(/^\+86/, '');
    case 'number':
    case 'date':
      return text.normalize('NFKC');
    case 'declaration':
      return text === 'yes' || text === 'true' || text === 'on' ? 'yes' : '';
    case 'name':
    case 'enterprise-name':
    case 'division':
    case 'address-detail':
    case 'text':
    case 'long-text':
    case 'choice':
      return text;
  }
}
