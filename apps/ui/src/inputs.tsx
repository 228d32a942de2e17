/** @jsxImportSource preact */
import type { Children } from './children.ts';
import { type Around, described, Field } from './field.tsx';

type Named = Around & { readonly name: string; readonly value?: string; readonly big?: boolean };

export type TextInputProps = Named & {
  readonly width?: 'short' | 'middle';
  readonly inputmode?: 'numeric' | 'text' | 'tel';
  readonly autocomplete?: string;
  readonly maxlength?: number;
  readonly unit?: Children;
  readonly type?: 'tel';
};

/** 单行填写. Numbers are asked as text: a spinner helps nobody and loses digits. */
export function TextInput(props: TextInputProps) {
  const { id, name, value = '', width, inputmode, autocomplete = 'off', maxlength, unit, type } = props;
  const shared = {
    id,
    class: width === undefined ? 'input' : `input input--${width}`,
    name,
    value,
    inputmode,
    autocomplete,
    maxlength,
    ...described(props),
  };
  const input = type === 'tel' ? <input type="tel" {...shared} /> : <input type="text" {...shared} />;
  return (
    <Field {...props}>
      {unit === undefined ? (
        input
      ) : (
        <span class="with-unit">
          {input}
          {unit}
        </span>
      )}
    </Field>
  );
}

/** 多行填写. */
export function TextArea(props: Named & { readonly maxlength?: number }) {
  const { id, name, value = '', maxlength } = props;
  return (
    <Field {...props}>
      <textarea id={id} class="input" name={name} rows={4} maxlength={maxlength} {...described(props)}>
        {value}
      </textarea>
    </Field>
  );
}

export type SelectOption = { readonly value: string; readonly label: string };
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] };

export type NativeSelectProps = Named & {
  /** Shown while nothing is chosen. */
  readonly empty: string;
  readonly options: readonly (SelectOption | SelectGroup)[];
};

/** 下拉选择: the list the phone itself knows how to show. */
export function NativeSelect(props: NativeSelectProps) {
  const { id, name, value = '', empty, options } = props;
  return (
    <Field {...props}>
      <select id={id} class="input input--middle" name={name} {...described(props)}>
        <option value="">{empty}</option>
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map((inner) => optionOf(inner, value))}
            </optgroup>
          ) : (
            optionOf(one, value)
          ),
        )}
      </select>
    </Field>
  );
}

function optionOf({ value, label }: SelectOption, chosen: string) {
  return (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
}
