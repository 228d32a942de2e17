import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DeskCase, deskRoutes, type Mark } from '@tongban/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { useExpired } from '../../api/expiry.ts';
import { useKept } from '../../kept/use-kept.ts';
import { caseKey } from '../queries.ts';
import type { MaterialCard } from './cards.ts';
import { marksWithin } from './marks.ts';

const pauseMs = 600;

export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** 核对: the marks of a case as I see them, saved by themselves and kept in this tab until they are. */
export function useChecks(deskCase: DeskCase, cards: readonly MaterialCard[]) {
  const { value: pending, set } = useKept<Mark[] | undefined>(`marks.${deskCase.case}`, undefined);
  const newest = useRef(pending);
  newest.current = pending;
  const [savedAt, setSavedAt] = useState<Date>();
  const expired = useExpired();
  const save = useSaveMarks(deskCase.case, cards, (sent) => {
    setSavedAt(new Date());
    if (newest.current === sent) set(undefined);
  });
  const { mutate } = save;
  useEffect(() => {
    if (pending === undefined || expired) return undefined;
    const timer = setTimeout(() => mutate(pending), pauseMs);
    return () => clearTimeout(timer);
  }, [pending, expired, mutate]);
  return {
    marks: pending ?? deskCase.marks,
    change: set,
    error: save.error,
    savedAt,
    state: saveState(pending !== undefined, save.status, savedAt !== undefined),
    retry: () => pending !== undefined && mutate(pending),
    /** Saves what is not saved yet and returns the case as it then stands. */
    flush: async () => (newest.current === undefined ? deskCase : save.mutateAsync(newest.current)),
  };
}
export type Checks = ReturnType<typeof useChecks>;

function useSaveMarks(number: string, cards: readonly MaterialCard[], saved: (sent: Mark[]) => void) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `marks.${number}` },
    mutationFn: (marks: Mark[]) =>
      call(deskRoutes.mark, { params: { case: number }, body: { marks: marksWithin(cards, marks) } }),
    onSuccess: (fresh, sent) => {
      client.setQueryData(caseKey(number), fresh);
      saved(sent);
    },
  });
}

function saveState(
  open: boolean,
  status: 'idle' | 'pending' | 'success' | 'error',
  ever: boolean,
): SaveState {
  if (status === 'pending') return 'saving';
  if (open) return status === 'error' ? 'failed' : 'unsaved';
  return ever ? 'saved' : 'idle';
}
