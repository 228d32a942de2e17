import { useQuery } from '@tanstack/react-query';
import { insightRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

export type Span = { readonly from: string; readonly to: string };

/** What people raised in a time; what was shown stays while another time is read. */
export function useInsight(span: Span) {
  return useQuery({
    queryKey: ['insight', span.from, span.to],
    queryFn: () => call(insightRoutes.get, { query: span }),
    placeholderData: (before) => before,
  });
}
