/** @jsxImportSource preact */
import type { Children } from './children.ts';
import { About, type Around, described } from './field.tsx';

export type ChoiceOption = {
  readonly value: string;
  readonly label: Children;
  readonly hint?: Children;
  readonly chosen?: boolean;
  /** Stands a little apart, as 不清楚 does. */
  readonly apart?: boolean;
};

export type ChoicesProps = Around & {
  readonly name: string;
  readonly options: readonly ChoiceOption[];
  /** The question is the heading of its page. */
  readonly heading?: boolean;
};

/** 单选. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** 多选. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices(props: ChoicesProps & { readonly type: 'radio' | 'checkbox' }) {
  const { id, name, label, options, heading, type, error } = props;
  const first = { ...described(props) };
  return (
    <fieldset class={error === undefined ? 'field' : 'field field--wrong'} {...first}>
      <legend class={heading ? undefined : 'field__label'}>{heading ? <h1>{label}</h1> : label}</legend>
      <About {...props} />
      <div class="choices">
        {options.map(({ value, label: says, hint, chosen = false, apart = false }, at) => (
          <label key={value} class={apart ? 'choice choice--apart' : 'choice'}>
            <input
              id={at === 0 ? id : `${id}-${at}`}
              type={type}
              name={name}
              value={value}
              checked={chosen}
            />
            <span>{says}</span>
            {hint && <span class="choice__hint">{hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export type TickProps = {
  readonly id: string;
  readonly name: string;
  readonly value?: string;
  readonly chosen?: boolean;
  readonly error?: string | undefined;
  readonly children: Children;
};

/** 勾选: one statement the person makes. */
export function Tick({ id, name, value = 'yes', chosen = false, error, children }: TickProps) {
  return (
    <div class={error === undefined ? 'field' : 'field field--wrong'}>
      <About id={id} error={error} />
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          checked={chosen}
          {...described({ id, error })}
        />
        <span>{children}</span>
      </label>
    </div>
  );
}
