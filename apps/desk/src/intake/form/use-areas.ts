import { useQueries } from '@tanstack/react-query';
import { type DivisionRow, type FormQuestion, officesRoutes } from '@tongban/contract';
import { call } from '../../api/call.ts';

/** 地区: an area one may pick, named with what it lies in. */
export type Area = { readonly code: string; readonly name: string };

const provinces = '00';

/** The areas an address may lie in: of the city, of the province, or anywhere. */
export function useAreas(within: FormQuestion['within'], division: string): readonly Area[] {
  const [city, province] = [division.slice(0, 4), division.slice(0, 2)];
  const here = within === 'city' ? city : province;
  const parents = within === 'city' || within === 'province' ? [here] : [here, provinces];
  return useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['divisions', parent],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () =>
        call(officesRoutes.divisions, { query: { parent, depth: parent === provinces ? 1 : 2 } }),
    })),
    combine: (found) => areasOf(found.flatMap(({ data }) => data ?? [])),
  });
}

/** The name of a chosen area; a code nobody offered stays readable as it is. */
export function nameIn(areas: readonly Area[], code: string): string {
  return areas.find((area) => area.code === code)?.name ?? code;
}

function areasOf(rows: readonly DivisionRow[]): Area[] {
  return rows.map(({ code, name }) => {
    const above = rows.findLast((row) => row.code !== code && code.startsWith(row.code));
    return { code, name: above === undefined ? name : `${above.name}${name}` };
  });
}
