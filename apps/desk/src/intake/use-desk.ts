import { useQueries } from '@tanstack/react-query';
import type { ItemEdition } from '@tongban/catalogue';
import { type AnswerPair, catalogueRoutes, type Draft, intakeRoutes, type Sitting } from '@tongban/contract';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../api/call.ts';
import { useKept } from '../kept/use-kept.ts';
import { boxPages } from './form/form.ts';
import { marksOf, worksOf } from './materials/work.ts';
import { useSittingAct } from './queries.ts';
import { nextSpot, type Part, type Spot } from './todo.ts';
import { useMarks } from './use-marks.ts';
import { useTyped } from './use-typed.ts';

/** 正在问: an item whose questions are being answered; with a draft, its answers are being changed. */
export type Asking = {
  readonly item: string;
  readonly name: string;
  readonly edition: string;
  readonly pairs: readonly AnswerPair[];
  readonly draft?: string;
  /** The answered question that is asked again. */
  readonly again?: string;
};

/** One item of the sitting with everything its steps need. */
export type OpenPart = Part & { readonly taken: Draft; readonly edition: ItemEdition };

/** 受理台: one sitting as the window works on it. */
export type Desk = ReturnType<typeof useDesk>;

export function useDesk(sitting: Sitting) {
  const act = useSittingAct();
  const marks = useMarks(sitting.sitting);
  const typed = useTyped(sitting);
  const { editions, loading } = useEditions(sitting.taken);
  const asking = useKept<Asking | undefined>(`intake-asking.${sitting.sitting}`, undefined);
  const parts = useMemo(
    () => partsOf(sitting, { editions, marks: marks.all, typed: typed.of }),
    [sitting, editions, marks.all, typed.of],
  );
  const place = useSpot(sitting, { parts, ready: !loading && !marks.loading });
  const run = (send: () => Promise<Sitting>, then: () => void = () => undefined) =>
    act.mutate(send, { onSuccess: then });
  return {
    sitting,
    act,
    marks,
    typed,
    parts,
    loading: loading || marks.loading,
    asking: asking.value,
    ask: asking.set,
    ...place,
    run,
    /** Takes an item or a draft up, and goes on with it. */
    take: (body: { item: string; division?: string; answers: AnswerPair[] } | { draft: string }) =>
      run(
        () => call(intakeRoutes.addItem, { params: { sitting: sitting.sitting }, body }),
        () => {
          asking.set(undefined);
          place.goOn(undefined);
        },
      ),
    /** Sends what is not saved yet, so that what is signed is what stands on the screen. */
    flush: async () => {
      await typed.flush();
      await marks.flush();
    },
  };
}

/** Where the work stands: it moves on when something was finished, never while somebody types. */
function useSpot(sitting: Sitting, { parts, ready }: { parts: readonly OpenPart[]; ready: boolean }) {
  const { value: kept, set } = useKept<Spot | undefined>(`intake-spot.${sitting.sitting}`, undefined);
  const [moving, setMoving] = useState<{ from: Spot | undefined } | undefined>(
    kept === undefined ? { from: undefined } : undefined,
  );
  useEffect(() => {
    if (moving === undefined || !ready) return;
    set(sitting.filed.length > 0 && parts.length === 0 ? { at: 'papers' } : nextSpot(parts, moving.from));
    setMoving(undefined);
  }, [moving, ready, parts, sitting.filed.length, set]);
  const spot = kept ?? { at: 'item' as const };
  return {
    spot: isGone(spot, parts) ? ({ at: 'item' } as const) : spot,
    go: (to: Spot) => set(to),
    /** Goes to the next thing to do, as soon as it is known. */
    goOn: (from: Spot | undefined) => setMoving({ from }),
  };
}

function isGone(spot: Spot, parts: readonly OpenPart[]): boolean {
  return 'draft' in spot && !parts.some(({ draft }) => draft === spot.draft);
}

type Known = {
  editions: ReadonlyMap<string, ItemEdition>;
  marks: Parameters<typeof marksOf>[0];
  typed: (draft: string) => Record<string, string>;
};

/** The items still to be handed in; one that became a case is among the papers. */
function partsOf({ taken }: Sitting, { editions, marks, typed }: Known): OpenPart[] {
  return taken.flatMap((draft) => {
    const edition = editions.get(draft.edition);
    if (edition === undefined || draft.case !== undefined) return [];
    return [
      {
        draft: draft.draft,
        name: edition.folder.item.name,
        taken: draft,
        edition,
        pages: boxPages(draft, typed(draft.draft)),
        works: worksOf(edition, draft, marksOf(marks, draft.draft)),
      },
    ];
  });
}

function useEditions(taken: readonly Draft[]) {
  const ids = [...new Set(taken.map(({ edition }) => edition))];
  return useQueries({
    queries: ids.map((edition) => ({
      queryKey: ['edition', edition],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () => call(catalogueRoutes.edition, { params: { edition } }),
    })),
    combine: (found) => ({
      loading: found.some(({ isPending }) => isPending),
      editions: new Map(
        ids.flatMap((id, at) => {
          const edition = found[at]?.data;
          return edition === undefined ? [] : [[id, edition] as const];
        }),
      ),
    }),
  });
}
