import type { Provenance, Values, Words } from '@tongban/contract';
import {
  type Form,
  type FormSources,
  type FormValues,
  prefill,
  type QuestionKind,
  readValues,
} from '@tongban/forms';
import { maskCitizenNumber, maskName, maskPhone } from '@tongban/kernel';
import type { Person } from '../identity/index.ts';
import { dataFor, type Held } from '../licences/index.ts';
import { type Divisions, divisionText } from './division-text.ts';
import type { Drafter } from './drafter.ts';

/** 免填来源: what identity and the wallet know, under the paths content names. */
function sourcesOf(person: Person, held: readonly Held[]): FormSources {
  const licences = held
    .filter(({ state }) => state === 'valid')
    .map(({ type, data }) => [type, formValue(dataFor(data, person.citizenNumber))] as const)
    .reverse();
  const { name, citizenNumber, phone, sex, bornOn, division } = person;
  return {
    identity: defined({ name, citizenNumber, phone, sex, born_on: bornOn, division }),
    // The newest licence of a type comes last and so counts.
    licence: Object.fromEntries(licences),
  };
}

/** Fills in what is known; `origins` says of each answer whether identity or which licence knew it. */
export function prefilled(form: Form, person: Person, held: readonly Held[]) {
  const { values, origins } = prefill(form, sourcesOf(person, held));
  const from = Object.entries(origins).flatMap(([question, origin]) => {
    if (origin.from === 'identity') return [[question, 'identity'] as const];
    const licence = held.find(({ type, state }) => type === origin.licence && state === 'valid');
    return licence === undefined ? [] : [[question, licence.licence] as const];
  });
  const known = Object.entries(values).filter(([, value]) => value !== '');
  return { values: Object.fromEntries(known), origins: Object.fromEntries(from) };
}

/** Origins of values that were typed over are forgotten. */
export function keptOrigins(
  origins: Readonly<Record<string, string>>,
  before: Values,
  after: Values,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(origins).filter(([question]) => before[question] === after[question]),
  );
}

/** Where each filled value came from, in words. */
export function provenanceOf(
  origins: Readonly<Record<string, string>>,
  held: readonly Held[],
): Record<string, Provenance> {
  return Object.fromEntries(
    Object.entries(origins).map(([question, origin]) => {
      const licence = held.find((one) => one.licence === origin);
      const known: Provenance =
        licence === undefined
          ? { from: { zh: '实名信息', en: 'Your verified identity' } }
          : { from: licence.name, licence: origin };
      return [question, known];
    }),
  );
}

/** What was typed, as the form reads it. At a window the person declares by their signature, so nothing is ticked for them. */
export function typedValues(form: Form, values: Values, channel: Drafter['channel']): FormValues {
  if (channel === 'web') return readValues(form, values);
  const declared = declarationsOf(form).map(({ id }) => [id, 'yes'] as const);
  return readValues(form, { ...values, ...Object.fromEntries(declared) });
}

/** What the applicant declares in this form. */
export function declarationsOf(form: Form) {
  return form.questions.filter(({ kind }) => kind === 'declaration');
}

type Line = { label: Words; value: string };

/** 填写内容: the answered questions with their labels, declarations left out. */
export function summaryOf(form: Form, values: FormValues, offices: Divisions): Line[] {
  return answered(form, values, offices).map(({ label, value }) => ({ label, value }));
}

/** The same for the desk: names, numbers and phones are masked wherever they stand. */
export function maskedSummary(form: Form, values: FormValues, offices: Divisions): Line[] {
  return answered(form, values, offices).map(({ label, value, kind }) => ({
    label,
    value: masked(kind, value),
  }));
}

/** Masks identity numbers and phones inside a text. */
export function maskText(text: string): string {
  return text
    .replace(/\d{14,17}[\dXx]/g, (number) => maskCitizenNumber(number))
    .replace(/(?<!\d)1\d{10}(?!\d)/g, (phone) => maskPhone(phone));
}

/** An answer as people say it: an area by its name, not by its code. */
function answered(form: Form, values: FormValues, offices: Divisions) {
  const titles = new Map(form.pages.map((page) => [page.id, page.title]));
  return form.questions.flatMap((question) => {
    const value = values[question.id] ?? '';
    if (value === '' || question.kind === 'declaration') return [];
    const said = question.kind === 'division' ? divisionText(offices, value) || value : value;
    return [{ kind: question.kind, value: said, label: labelOf(question, titles.get(question.page)) }];
  });
}

/** A part of a person or an address is told with whose it is. */
function labelOf(question: { label: Words; id: string; page: string }, title: Words | undefined): Words {
  if (title === undefined || title.zh === question.label.zh) return question.label;
  const zh = `${title.zh}·${question.label.zh}`;
  const { en } = question.label;
  return en === undefined || title.en === undefined ? { zh } : { zh, en: `${title.en}: ${en}` };
}

function masked(kind: QuestionKind, value: string): string {
  if (kind === 'name') return maskName(value);
  if (kind === 'citizen-number') return maskCitizenNumber(value);
  return kind === 'phone' ? maskPhone(value) : maskText(value);
}

/** Licence data says citizen_number and may hold numbers; forms look for citizenNumber and texts. */
function formValue(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(formValue);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, formValue(one)]));
  const { citizen_number: number } = inner;
  return number === undefined ? inner : { ...inner, citizenNumber: number };
}

function defined(facts: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
