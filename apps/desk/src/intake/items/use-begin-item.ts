import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerPair } from '@tongban/contract';
import { useWindowSettings } from '../../devices/queries.ts';
import { useQueue } from '../../queue/queries.ts';
import { type Offer, offersOf } from '../offers.ts';
import { loadEdition } from '../queries.ts';
import { walkFrom } from '../questions/walk.ts';
import type { Desk } from '../use-desk.ts';

type Beginning = { readonly item: string; readonly answers: readonly AnswerPair[] };

/** Begins an item with what was answered before; with nothing left to ask it is taken at once. */
export function useBeginItem(desk: Desk) {
  const client = useQueryClient();
  const { data: settings } = useWindowSettings();
  return useMutation({
    mutationFn: ({ item }: Beginning) => loadEdition(item, settings?.division),
    onSuccess: ({ id, edition }, { answers }) => {
      client.setQueryData(['edition', id], edition);
      const { id: item, name } = edition.folder.item;
      const { question, verdict, pairs } = walkFrom(edition, answers, undefined);
      if (question !== undefined || verdict.is !== 'yes')
        return desk.ask({ item, name, edition: id, pairs: [...pairs] });
      const division = settings?.division;
      desk.take({ item, answers: [...pairs], ...(division === undefined ? {} : { division }) });
    },
  });
}

/** What one digit goes on with: bookings, the item of the number being served, drafts. */
export function useOffers({ sitting }: Desk): Offer[] {
  const { data: settings } = useWindowSettings();
  const { current } = useQueue(settings?.window !== undefined).data ?? {};
  return offersOf(sitting, current?.state === 'serving' ? current : undefined);
}

/** Goes on with what the person has begun: a draft as it is, a booking with its answers. */
export function useTakeOffer(desk: Desk): (offer: Offer) => void {
  const begin = useBeginItem(desk);
  return (offer) => {
    if (offer.from === 'draft') return desk.take({ draft: offer.draft.draft });
    if (offer.from === 'ticket') return begin.mutate({ item: offer.ticket.item, answers: [] });
    const { draft, item, answers } = offer.booking;
    return draft === undefined ? begin.mutate({ item, answers }) : desk.take({ draft });
  };
}
