/** @jsxImportSource preact */
import { About, type Around, described } from './field.tsx';

export type DatePartsProps = Around & {
  readonly name: string;
  /** A day as `2026-01-05`; whatever else was typed is shown as typed. */
  readonly value?: string;
  readonly units: { readonly year: string; readonly month: string; readonly day: string };
};

/** 日期: year, month and day as three boxes that anyone can type into. */
export function DateParts(props: DatePartsProps) {
  const { id, name, label, value = '', units, error } = props;
  const [year = '', month = '', day = ''] = value.split('-');
  const boxes = [
    { part: 'year', typed: year, unit: units.year, most: 4 },
    { part: 'month', typed: month, unit: units.month, most: 2 },
    { part: 'day', typed: day, unit: units.day, most: 2 },
  ];
  return (
    <fieldset class={error === undefined ? 'field' : 'field field--wrong'} {...described(props)}>
      <legend class="field__label">{label}</legend>
      <About {...props} />
      <div class="date-parts">
        {boxes.map(({ part, typed, unit, most }, at) => (
          <label key={part}>
            <input
              id={at === 0 ? id : `${id}-${part}`}
              class={part === 'year' ? 'input input--year' : 'input'}
              name={`${name}~${part}`}
              value={typed}
              inputmode="numeric"
              autocomplete="off"
              maxlength={most}
            />
            {unit}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
