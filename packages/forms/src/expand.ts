import { type ContentWords, contentWords } from '@tongban/kernel';
import type { Form, FormPage, Question } from './form.ts';
import { APPLICANT, PART_LABELS, USE_LABELS } from './labels.ts';
import type { FormField, FormGroup, FormSource } from './source.ts';

/** What the guide found out: how many people of each group there are, and which conditions hold. */
export type FormSituation = {
  readonly people: Readonly<Record<string, number>>;
  readonly holds: (condition: string) => boolean;
};

/** Lays a form out for one situation: one topic a page, one box a question, people as often as there are. */
export function expandForm(source: FormSource, situation: FormSituation): Form {
  const pages = source.flatMap((entry) => pagesOf(entry, situation));
  return { pages, questions: pages.flatMap((page) => page.questions) };
}

/** Where a field stands: the id its questions begin with, its page, its title and where it may be known. */
type Place = {
  readonly id: string;
  readonly page: string;
  readonly title: ContentWords;
  readonly prefill: string | undefined;
};

function pagesOf(entry: FormField | FormGroup, situation: FormSituation): FormPage[] {
  if ('fields' in entry) return groupPages(entry, situation);
  if (!isAsked(entry, situation)) return [];
  const title = titleOf(entry);
  const count = entry.for_each === undefined ? undefined : (situation.people[entry.for_each] ?? 0);
  return idsFor(entry.id, count).map((id, index) => ({
    id,
    title: numbered(title, index, count ?? 1),
    questions: questionsOf(entry, { id, page: id, title, prefill: ofPerson(entry.prefill, count, index) }),
  }));
}

function groupPages(group: FormGroup, situation: FormSituation): FormPage[] {
  const count = situation.people[group.for_each] ?? 0;
  const fields = group.fields.filter((field) => isAsked(field, situation));
  if (fields.length === 0) return [];
  return idsFor(group.id, count).map((page, index) => ({
    id: page,
    title: numbered(contentWords(group.for_each, group.ask_en), index, count),
    questions: fields.flatMap((field) => {
      const known = ofPerson(group.prefill, count, index);
      const inherited = known === undefined ? undefined : `${known}.${field.id}`;
      const place = { id: `${page}.${field.id}`, page, title: titleOf(field) };
      return questionsOf(field, { ...place, prefill: field.prefill ?? inherited });
    }),
  }));
}

function idsFor(id: string, count: number | undefined): string[] {
  return count === undefined ? [id] : Array.from({ length: count }, (_, index) => `${id}.${index}`);
}

function ofPerson(prefill: string | undefined, count: number | undefined, index: number): string | undefined {
  return prefill === undefined || count === undefined ? prefill : `${prefill}.${index}`;
}

function isAsked(field: FormField, situation: FormSituation): boolean {
  return field.when === undefined || situation.holds(field.when);
}

function titleOf(field: FormField): ContentWords {
  if (field.ask !== undefined) return contentWords(field.ask, field.ask_en);
  return field.id === 'applicant' ? APPLICANT : USE_LABELS[field.use ?? 'text'];
}

function numbered(title: ContentWords, index: number, count: number): ContentWords {
  if (count === 1) return title;
  const en = title.en === undefined ? undefined : `${title.en} ${index + 1}`;
  return contentWords(`${title.zh}（第 ${index + 1} 位）`, en);
}

function questionsOf(field: FormField, place: Place): Question[] {
  const use = field.use ?? 'text';
  switch (use) {
    case 'person':
      return [
        question(field, place, { part: 'name', kind: 'name', label: PART_LABELS.name }),
        question(field, place, {
          part: 'citizenNumber',
          kind: 'citizen-number',
          label: PART_LABELS.citizenNumber,
        }),
      ];
    case 'enterprise':
      return enterpriseQuestions(field, place);
    case 'address':
      return addressQuestions(field, place);
    case 'declaration': {
      const label = field.text === undefined ? place.title : contentWords(field.text, field.text_en);
      return [question(field, { ...place, prefill: undefined }, { kind: 'declaration', label })];
    }
    case 'phone':
    case 'text':
    case 'long-text':
    case 'date':
    case 'choice':
    case 'number':
      return [question(field, place, { kind: use, label: place.title })];
  }
}

/** A business licence keeps its company's name and credit code side by side, not one inside the other. */
function enterpriseQuestions(field: FormField, place: Place): Question[] {
  const beside = place.prefill?.replace(/[^.]+$/, 'uscc');
  const name = question(field, place, {
    part: 'name',
    kind: 'enterprise-name',
    label: PART_LABELS.enterprise,
  });
  const code = question(field, place, { part: 'uscc', kind: 'uscc', label: PART_LABELS.uscc });
  if (place.prefill === undefined || beside === undefined) return [name, code];
  return [
    { ...name, prefill: [...name.prefill, place.prefill] },
    { ...code, prefill: [...code.prefill, beside] },
  ];
}

/** A licence may keep an address as one text; then the text is the detail. */
function addressQuestions(field: FormField, place: Place): Question[] {
  const division = question(field, place, {
    part: 'division',
    kind: 'division',
    label: PART_LABELS.division,
  });
  const detail = question(field, place, {
    part: 'detail',
    kind: 'address-detail',
    label: PART_LABELS.detail,
  });
  return [
    field.within === undefined ? division : { ...division, within: field.within },
    place.prefill === undefined ? detail : { ...detail, prefill: [...detail.prefill, place.prefill] },
  ];
}

type Box = Pick<Question, 'kind' | 'label'> & { readonly part?: string };

function question(field: FormField, place: Place, { part, kind, label }: Box): Question {
  const { help, purpose, options } = field;
  const at = (path: string) => (part === undefined ? path : `${path}.${part}`);
  return {
    id: at(place.id),
    page: place.page,
    kind,
    label,
    required: field.optional !== true,
    prefill: place.prefill === undefined ? [] : [at(place.prefill)],
    ...(help === undefined ? {} : { help }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(options === undefined ? {} : { options }),
  };
}
