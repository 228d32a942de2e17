import { intakeRoutes, type Sitting, type Values } from '@tongban/contract';
import { useEffect, useRef } from 'react';
import { call } from '../api/call.ts';
import { useExpired } from '../api/expiry.ts';
import { useKept } from '../kept/use-kept.ts';
import { useSittingAct } from './queries.ts';

const pauseMs = 700;

/** What was typed and is not saved yet, by draft. */
type Typed = Readonly<Record<string, Values>>;

/** 自动保存: what is typed into the forms of a sitting, kept in this tab until the server has it. */
export function useTyped({ sitting }: Sitting) {
  const { value: pending, set } = useKept<Typed>(`intake-typed.${sitting}`, {});
  const newest = useRef(pending);
  newest.current = pending;
  const expired = useExpired();
  const save = useSittingAct();
  const { mutateAsync } = save;
  const send = async (draft: string, values: Values) => {
    await mutateAsync(() => call(intakeRoutes.saveValues, { params: { sitting, draft }, body: { values } }));
    set(without(newest.current, draft, values));
  };
  const flush = async () => {
    for (const [draft, values] of Object.entries(newest.current)) await send(draft, values);
  };
  const flushNow = useRef(flush);
  flushNow.current = flush;
  useEffect(() => {
    if (Object.keys(pending).length === 0 || expired) return undefined;
    // What went wrong stands in the head of the page; what was typed is still here.
    const timer = setTimeout(() => void flushNow.current().catch(() => undefined), pauseMs);
    return () => clearTimeout(timer);
  }, [pending, expired]);
  return {
    of: (draft: string): Values => pending[draft] ?? {},
    change: (draft: string, question: string, value: string) =>
      set({ ...pending, [draft]: { ...pending[draft], [question]: value } }),
    unsaved: Object.keys(pending).length > 0,
    error: save.error,
    flush,
  };
}

/** Takes away what was saved; what was typed meanwhile stays. */
function without(typed: Typed, draft: string, saved: Values): Typed {
  const left = Object.entries(typed[draft] ?? {}).filter(([key, value]) => saved[key] !== value);
  const { [draft]: _, ...others } = typed;
  return left.length === 0 ? others : { ...others, [draft]: Object.fromEntries(left) };
}
