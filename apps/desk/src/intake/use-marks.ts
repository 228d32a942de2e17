import type { IntakeMark } from '@tongban/contract';
import { useEffect, useRef } from 'react';
import { useExpired } from '../api/expiry.ts';
import { useKept } from '../kept/use-kept.ts';
import { useSaveMarks, useSittingMarks } from './queries.ts';

const pauseMs = 500;

/** 核对结果: the marks of the sitting as I see them, kept in this tab until the server has them. */
export function useMarks(sitting: string) {
  const kept = useSittingMarks(sitting);
  const { value: pending, set } = useKept<IntakeMark[] | undefined>(`intake-marks.${sitting}`, undefined);
  const newest = useRef(pending);
  newest.current = pending;
  const expired = useExpired();
  const save = useSaveMarks(sitting, (sent) => {
    if (newest.current === sent) set(undefined);
  });
  const { mutate, mutateAsync } = save;
  useEffect(() => {
    if (pending === undefined || expired) return undefined;
    const timer = setTimeout(() => mutate(pending), pauseMs);
    return () => clearTimeout(timer);
  }, [pending, expired, mutate]);
  return {
    loading: kept.isPending,
    all: pending ?? kept.data ?? [],
    change: set,
    unsaved: pending !== undefined,
    error: save.error ?? kept.error,
    /** Sends what the server does not have yet. */
    flush: async () => {
      if (newest.current !== undefined) await mutateAsync(newest.current);
    },
  };
}
