import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { catalogueRoutes, proofsRoutes } from '@tongban/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';

const pauseMs = 90;
const most = 8;

/** Searches as somebody types; the same words also ask which papers are no longer needed. */
export function useItemSearch(text: string) {
  const q = useSettled(text.trim());
  const items = useQuery({
    queryKey: ['items', q],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: () => call(catalogueRoutes.search, { query: { q, limit: most } }),
  });
  const papers = useQuery({
    queryKey: ['not-needed', q],
    // Letters are initials of items; a paper is asked for by its name.
    enabled: /\p{Script=Han}.*\p{Script=Han}/u.test(q),
    staleTime: 60_000,
    queryFn: () => call(proofsRoutes.notNeeded, { query: { q } }),
  });
  const shown = q === '' ? undefined : items.data;
  return {
    hits: shown?.hits ?? [],
    suggestions: shown?.suggestions ?? [],
    notNeeded: q === '' ? [] : (papers.data ?? []),
    done: q !== '' && items.isSuccess && !items.isPlaceholderData,
    error: items.error,
  };
}

/** The words once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
