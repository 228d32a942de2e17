import type { ContentWords } from '@tongban/kernel';
import type { Area } from './source.ts';

/** What one box on a page takes; a person, an enterprise or an address becomes several of these. */
export type QuestionKind =
  | 'name'
  | 'citizen-number'
  | 'enterprise-name'
  | 'uscc'
  | 'phone'
  | 'division'
  | 'address-detail'
  | 'text'
  | 'long-text'
  | 'date'
  | 'number'
  | 'choice'
  | 'declaration';

/** 问题: one box, with the key its answer is kept under. */
export type Question = {
  /** Unique in the form, as `spouse.name` or `children.0.person.name`; key of the values and name of the control. */
  readonly id: string;
  readonly page: string;
  readonly kind: QuestionKind;
  readonly label: ContentWords;
  readonly required: boolean;
  readonly help?: string;
  readonly purpose?: string;
  /** Where the answer may be known already, in order of preference: `licence.marriage.spouse.name`. */
  readonly prefill: readonly string[];
  readonly within?: Area;
  readonly options?: readonly string[];
};

/** One topic, one page. */
export type FormPage = {
  readonly id: string;
  readonly title: ContentWords;
  readonly questions: readonly Question[];
};

/** A form as it is asked in one situation. */
export type Form = { readonly pages: readonly FormPage[]; readonly questions: readonly Question[] };

/** The answers of a form by question id, all of them texts; a declaration made is `yes`. */
export type FormValues = Readonly<Record<string, string>>;

/** 人: who takes part, as a form asks it. */
export type Person = { readonly name: string; readonly citizenNumber: string };

/** 地址: the division from the list, the rest in words. */
export type Address = { readonly division: string; readonly detail: string };
