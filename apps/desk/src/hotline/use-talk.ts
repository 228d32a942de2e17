import type { OrderTerms, PhoneCall } from '@tongban/contract';
import { useDeferredValue, useState } from 'react';
import { useAttach } from '../attach/use-attach.ts';
import { forumFor } from '../forums/choosing.ts';
import { useForumsNow } from '../forums/queries.ts';
import { emergencyIn } from './listening.ts';
import { type Finish, useRegister, useSuggestions } from './queries.ts';
import { blankTaking, missingIn, registeringOf, type Taking } from './taking.ts';
import { hotlineWords } from './words.ts';

export type Talking = { phoneCall: PhoneCall | undefined; terms: OrderTerms };
/** 通话: what was taken down so far, what the house makes of it, and how it can end. */
export type Talk = ReturnType<typeof useTalk>;

export function useTalk({ phoneCall, terms }: Talking) {
  const [taking, setTaking] = useState<Taking>(blankTaking);
  const [tried, setTried] = useState<Finish['how']>();
  const suggestions = useSuggestions({
    text: useDeferredValue(taking.text),
    matter: taking.matter,
    phoneCall: phoneCall?.call,
  });
  const register = useRegister();
  const attach = useAttach();
  const danger = useDanger(taking.text, terms);
  const hours = useHours();
  const forum = forumFor(taking.forum, hours);
  const change = (part: Partial<Taking>) => setTaking((before) => ({ ...before, ...part }));
  const missingFor = (how: Finish['how']) => danger.missing ?? missingIn(taking, how) ?? attach.waits;
  return {
    ...{ taking, change, suggestions, register, danger, attach, hours, forum },
    missing: tried === undefined ? undefined : missingFor(tried),
    finish(finish: Finish): void {
      setTried(finish.how);
      if (register.isPending || register.isSuccess || missingFor(finish.how) !== undefined) return;
      register.mutate(registeringOf(taking, { terms, phoneCall, files: attach.files, forum }, finish));
    },
    /** Takes the suggestion of a place on both axes. */
    sort(at: number): void {
      const [kind, matter] = [
        suggestions.data?.kinds[at] ?? suggestions.data?.kinds[0],
        suggestions.data?.matters[at],
      ];
      change({
        ...(kind === undefined || taking.kind !== undefined ? {} : { kind: kind.kind }),
        ...(matter === undefined ? {} : { matter: matter.matter }),
      });
    },
    unsent(): void {
      setTaking(({ unit: _unit, ...rest }) => rest);
    },
    clear(): void {
      register.reset();
      setTried(undefined);
      danger.setPast(false);
      attach.clear();
      setTaking(blankTaking);
    },
  };
}

/** 局领导接听: the leaders’ hours that are open now. */
function useHours() {
  const { data } = useForumsNow();
  return (data?.forums ?? []).filter(({ kind }) => kind === 'leader-answering');
}

/** 紧急情况: what was heard of one; nothing becomes an order before somebody has asked. */
function useDanger(text: string, terms: OrderTerms) {
  const [isPast, setPast] = useState(false);
  const heard = emergencyIn(text, terms);
  const missing =
    heard === undefined || isPast ? undefined : hotlineWords.need.calm(heard.word, heard.what.number);
  return { heard, isPast, setPast, missing };
}
