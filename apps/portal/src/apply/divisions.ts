import { type DivisionRow, type FormPage, officesRoutes } from '@tongban/contract';
import type { SelectGroup, SelectOption } from '@tongban/ui';
import type { Visit } from '../visit.ts';

type Options = readonly (SelectOption | SelectGroup)[];
type Within = FormPage['questions'][number]['within'];

const provinces = '00';
const province = '44';

/** The areas an address may lie in, grouped so that one list on a phone is enough. */
export async function divisionOptions(visit: Visit, within: Within, city: string): Promise<Options> {
  if (within === 'city') return grouped(await below(visit, city, 2), city.length);
  const here = grouped(await below(visit, province, 2), province.length);
  if (within === 'province') return here;
  const others = (await below(visit, provinces, 1)).filter((one) => one.code !== province);
  return [...here, { label: visit.say('其他省份', 'Other provinces'), options: others.map(optionOf) }];
}

function below(visit: Visit, parent: string, depth: number): Promise<DivisionRow[]> {
  const load = () => visit.call(officesRoutes.divisions, { query: { parent, depth } });
  return visit.keep(`divisions ${parent} ${depth}`, load, 600);
}

/** A division with others below it becomes a group that names itself first. */
function grouped(rows: readonly DivisionRow[], parentLength: number): Options {
  const shortest = Math.min(...rows.map((row) => row.code.length).filter((length) => length > parentLength));
  const tops = rows.filter((row) => !rows.some((other) => other !== row && row.code.startsWith(other.code)));
  return tops.map((top) => {
    const inner = rows.filter((row) => row !== top && row.code.startsWith(top.code));
    if (inner.length === 0 || top.code.length > shortest) return optionOf(top);
    return { label: top.name, options: inner.map(optionOf) };
  });
}

function optionOf({ code, name }: DivisionRow): SelectOption {
  return { value: code, label: name };
}

/** The name of a chosen area, as it stands in the list. */
export function divisionName(options: Options, code: string): string {
  const flat = options.flatMap((one) =>
    'options' in one ? one.options.map((inner) => ({ ...inner, above: one.label })) : [{ ...one, above: '' }],
  );
  const found = flat.find((one) => one.value === code);
  return found === undefined ? code : `${found.above}${found.label}`;
}
