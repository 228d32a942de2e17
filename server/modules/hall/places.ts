import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';
import type { HallDay } from './store/tables.ts';
import type { Server } from './store/tickets.ts';

type HallFacts = NonNullable<ReturnType<Offices['hall']>>;
export type WindowFacts = HallFacts['windows'][number];
/** A hall on a day. */
export type Place = { hall: HallFacts; at: HallDay };
/** 岗位: a clerk at their window. */
export type Post = Place & { window: WindowFacts; clerkId: string };
export type Places = ReturnType<typeof createPlaces>;

/** 在哪儿: which hall and window somebody asks about or works at. */
export function createPlaces({
  offices,
  clock,
}: Pick<Platform, 'clock'> & {
  offices: Pick<Offices, 'hall' | 'hallOf' | 'findWindow' | 'organisation'>;
}) {
  const placeOf = (hall: HallFacts, day = shanghaiDay(clock())): Place => {
    const branch = offices.organisation(hall.organisation)?.branch ?? '';
    return { hall, at: { city: hall.city, hall: hall.id, day, branch } };
  };
  const ofCaller = ({ assignment }: SignedIn): HallFacts | undefined => {
    const { window, office } = assignment ?? {};
    const there = window === undefined ? undefined : offices.findWindow(window)?.hall;
    return there ?? (office === undefined ? undefined : offices.hallOf(office));
  };
  return {
    /** A hall by its id, today or on another day. */
    at(hallId: string, day?: string): Place {
      const hall = offices.hall(hallId);
      if (hall === undefined)
        throw new Problem('hall.missing', 'missing', '没有这个大厅，从大厅列表里重新选');
      return placeOf(hall, day);
    },
    hallOfCaller: (caller: SignedIn): string | undefined => ofCaller(caller)?.id,
    /** The hall somebody on duty works in. */
    of(caller: SignedIn, day?: string): Place {
      const hall = ofCaller(caller);
      if (hall === undefined)
        throw new Problem('hall.no-hall', 'conflict', '您的岗位没有大厅，换到大厅的岗位再看');
      return placeOf(hall, day);
    },
    /** The window a clerk works at. */
    post(caller: SignedIn): Post {
      const found = offices.findWindow(caller.assignment?.window ?? '');
      if (found === undefined) {
        throw new Problem('hall.no-window', 'conflict', '您的岗位没有窗口，换到有窗口的岗位再叫号');
      }
      const { hall, ...window } = found;
      return { ...placeOf(hall), window, clerkId: caller.personId };
    },
  };
}

/** What a window may call: by its skills, those of today where the hall manager changed them. */
export function serverOf({ id, kind, skills }: WindowFacts, changed?: readonly string[]): Server {
  const queue = kind === 'issue' || kind === 'stuck' ? kind : undefined;
  return { window: id, queue, skills: changed ?? skills };
}

/** The window of a hall by its id. */
export function windowIn({ hall }: Place, window: string): WindowFacts {
  const found = hall.windows.find(({ id }) => id === window);
  if (found === undefined) throw new Problem('hall.window', 'missing', '这个大厅没有这个窗口');
  return found;
}
