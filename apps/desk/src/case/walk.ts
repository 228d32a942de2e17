import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { kept } from '../kept/kept.ts';
import { useKeys } from '../keys/use-keys.ts';
import { caseQuery, editionQuery, fileQuery } from './queries.ts';

const key = 'walk';
const ahead = 2;

/** 顺着看: remembers the cases of the list that was shown, so that one can go from case to case. */
export function rememberWalk(cases: readonly string[]): void {
  kept.write(key, cases);
}

/** The cases before and after one in the list it was opened from. */
export function neighboursOf(cases: readonly string[], number: string): { before?: string; after?: string } {
  const at = cases.indexOf(number);
  if (at < 0) return {};
  const [before, after] = [cases[at - 1], cases[at + 1]];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** The way to the neighbours, by key too; the next case is fetched ahead with its edition and its first pages. */
export function useWalk(number: string) {
  const [, go] = useLocation();
  const { before, after } = neighboursOf(kept.read<string[]>(key) ?? [], number);
  const open = (to: string | undefined) => to !== undefined && go(`/cases/${encodeURIComponent(to)}`);
  useFetchedAhead(after);
  const [on, back] = [() => open(after), () => open(before)];
  useKeys({ J: on, K: back });
  return { before, after, open };
}

function useFetchedAhead(number: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (number === undefined) return;
    void client
      .fetchQuery(caseQuery(number))
      .then(async ({ edition, slots }) => {
        await client.prefetchQuery(editionQuery(edition));
        const pages = slots.flatMap(({ files }) => files).slice(0, ahead);
        for (const { file } of pages) await client.prefetchQuery(fileQuery(file));
      })
      // Fetching ahead is a favour; the case itself will say what is wrong.
      .catch(() => undefined);
  }, [client, number]);
}
