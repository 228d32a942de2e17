import type { Division, LocalFields, Offices as OfficesContent } from '@tongban/catalogue/author';
import type { DivisionRow, Hall } from '@tongban/contract';
import { hoursOf } from './hours.ts';
import { branchesOf, coverOf, takes } from './rules.ts';

export type Organisation = OfficesContent['organisations'][number] & { branch: string };
export type HallFacts = OfficesContent['halls'][number];
type WindowPlace = HallFacts['windows'][number] & { hall: HallFacts };
type OfficeFacts = {
  divisions: readonly Division[];
  offices: OfficesContent;
  local: readonly LocalFields[];
};
type ItemScope = { item: string; line: string };
export type Offices = ReturnType<typeof createOffices>;

const levels = { province: 1, city: 2, county: 3, town: 4 } as const;

/**
 * 机构: divisions, the organisation tree and the halls. The two trees are kept apart: what an organisation covers is
 * a fact of its own, never derived from its division.
 */
export function createOffices({ divisions, offices, local }: OfficeFacts) {
  const organisations = branchesOf(offices.organisations);
  const served = new Set(offices.halls.map((hall) => hall.city));
  const phones = new Map(local.map((one) => [one.city, one.phones]));
  const published = publishedIn(offices, local);
  return {
    organisations: (): readonly Organisation[] => organisations,
    organisation: (id: string): Organisation | undefined => organisations.find((one) => one.id === id),
    hall: (id: string): HallFacts | undefined => offices.halls.find((hall) => hall.id === id),
    allHalls: (): readonly HallFacts[] => offices.halls,
    /** The hall of an organisation, the first where it runs several. */
    hallOf: (organisation: string): HallFacts | undefined =>
      offices.halls.find((hall) => hall.organisation === organisation),
    /** 窗口: one window by its id, with the hall it stands in. */
    findWindow: (id: string): WindowPlace | undefined => {
      const hall = offices.halls.find((one) => one.windows.some((window) => window.id === id));
      const window = hall?.windows.find((one) => one.id === id);
      return hall === undefined || window === undefined ? undefined : { ...window, hall };
    },
    division: (code: string): Division | undefined => divisions.find((one) => one.code === code),
    /** The divisions below a parent, two levels deep when asked; below `00` stand the provinces. */
    divisions: ({ parent = '44', depth = 1 }: { parent?: string; depth?: number }): DivisionRow[] => {
      const parents = childrenOf(divisions, [parent === '00' ? undefined : parent]);
      const rows =
        depth < 2
          ? parents
          : [
              ...parents,
              ...childrenOf(
                divisions,
                parents.map((one) => one.code),
              ),
            ];
      return rows
        .toSorted((a, b) => a.code.localeCompare(b.code))
        .map((one) => divisionView(one, served, phones));
    },
    /** 咨询投诉电话 of a city, where it has told them. */
    phones: (city: string): Phones | undefined => phones.get(city),
    /** 公布的电话: all phones of the bureau, its units and halls that anybody may know. */
    publishedPhones: (): readonly string[] => published,
    /** Halls of a city that take an item, the comprehensive ones first. */
    halls: (division: string, item?: ItemScope): Hall[] =>
      offices.halls
        .filter((hall) => hall.city === division.slice(0, 4))
        .filter((hall) => item === undefined || takes(hall.items, item))
        .toSorted((a, b) => Number(a.kind !== 'comprehensive') - Number(b.kind !== 'comprehensive'))
        .map((hall) => viewOf(hall, offices.demo === true)),
    /** The organisation that takes in cases of a division: the most local one whose cover holds it. */
    intakeFor: (division: string): Organisation | undefined => coverOf(organisations, division),
  };
}

function childrenOf(divisions: readonly Division[], parents: readonly (string | undefined)[]): Division[] {
  return divisions.filter((one) => parents.includes(one.parent));
}

function publishedIn({ organisations, halls }: OfficesContent, local: readonly LocalFields[]): string[] {
  return [
    ...organisations.flatMap(({ phone }) => phone ?? []),
    ...halls.flatMap((hall) => [hall.phone ?? [], hall.complaint_phone ?? []].flat()),
    ...local.flatMap(({ phones }) => [phones.consult, phones.complaint]),
  ];
}

type Phones = LocalFields['phones'];

function divisionView(one: Division, served: Set<string>, phones: Map<string, Phones>): DivisionRow {
  const told = phones.get(one.code);
  return {
    code: one.code,
    name: one.name,
    level: levels[one.level],
    served: served.has(one.code.slice(0, 4)),
    ...(told === undefined ? {} : { phones: { consult: told.consult, complaint: told.complaint } }),
  };
}

function viewOf(hall: HallFacts, demo: boolean): Hall {
  return {
    id: hall.id,
    name: hall.name,
    division: hall.division,
    address: hall.address,
    hours: hoursOf(hall.opens),
    phone: hall.phone,
    windows: hall.windows.length,
    demo,
    ...(hall.transit === undefined ? {} : { transit: hall.transit }),
  };
}
