/** @jsxImportSource preact */
import type { Children } from './children.ts';

/** What every field can say around its control. */
export type Around = {
  readonly id: string;
  readonly label: Children;
  readonly hint?: Children;
  /** What is wrong and how to mend it; the same words stand in the summary. */
  readonly error?: string | undefined;
  /** Where a value that is already filled in came from. */
  readonly from?: Children;
};

type FieldProps = Around & { readonly big?: boolean; readonly children: Children };

/** 填写项: a label, what helps, what is wrong, and the control itself. */
export function Field({ id, label, hint, error, from, big, children }: FieldProps) {
  return (
    <div class={error === undefined ? 'field' : 'field field--wrong'}>
      {big ? (
        <h1>
          <label for={id}>{label}</label>
        </h1>
      ) : (
        <label class="field__label" for={id}>
          {label}
        </label>
      )}
      <About id={id} hint={hint} error={error} from={from} />
      {children}
    </div>
  );
}

/** The words around a control, each with the id the control refers to. */
export function About({ id, hint, error, from }: Omit<Around, 'label'>) {
  return (
    <>
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {from && (
        <span class="field__from" id={`${id}-from`}>
          {from}
        </span>
      )}
      {error && (
        <span class="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  );
}

/** The attributes that tie a control to the words around it. */
export function described({ id, hint, error, from }: Omit<Around, 'label'>) {
  const ids = [hint && `${id}-hint`, from && `${id}-from`, error && `${id}-error`].filter(Boolean);
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  };
}
