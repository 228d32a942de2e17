/** 表单字段种类: what kind of answer a field takes. */
export type FieldUse =
  | 'person'
  | 'enterprise'
  | 'address'
  | 'phone'
  | 'text'
  | 'long-text'
  | 'date'
  | 'number'
  | 'choice'
  | 'declaration';

/** What an address must lie in. */
export type Area = 'city' | 'province' | 'nation';

/** One field of an item's form as content writes it; asked only when nothing already knows the answer. */
export type FormField = {
  readonly id: string;
  /** Absent, the field takes a text. */
  readonly use?: FieldUse;
  readonly ask?: string;
  readonly ask_en?: string;
  readonly help?: string;
  readonly options?: readonly string[];
  readonly optional?: boolean;
  /** Where the answer may come from: `identity`, `identity.<field>` or `licence.<kind>.<field>`. */
  readonly prefill?: string;
  readonly within?: Area;
  /** Why the answer is needed, told to whoever is asked. */
  readonly purpose?: string;
  /** The condition of the guide under which the field is asked. */
  readonly when?: string;
  /** The people of the guide for each of whom the field is asked. */
  readonly for_each?: string;
  /** The text a declaration declares. */
  readonly text?: string;
  readonly text_en?: string;
};

/** Several fields asked together for each person of a group of the guide. */
export type FormGroup = {
  readonly id: string;
  readonly for_each: string;
  readonly ask_en?: string;
  readonly prefill?: string;
  readonly fields: readonly FormField[];
};

/** 表单: the form of an item, one file for portal, window, kiosk and phone. */
export type FormSource = readonly (FormField | FormGroup)[];
