import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type DayRule, type DayTemplate, type HallBooking, hallPlanRoutes } from '@tongban/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';

const pauseMs = 250;
const templatesKey = ['plan-templates'] as const;

/** Six weeks from a day. */
export function useWeeks(from: string) {
  return useQuery({
    queryKey: ['plan-weeks', from],
    placeholderData: keepPreviousData,
    queryFn: () => call(hallPlanRoutes.month, { query: { from } }),
  });
}

const dayKey = (day: string) => ['day-plan', day] as const;

/** One day by window and hour. */
export function useDay(day: string) {
  return useQuery({
    queryKey: dayKey(day),
    queryFn: () => call(hallPlanRoutes.day, { params: { day } }),
  });
}

/** 预约名单: everybody booked on a day, in order of time. */
export function useBooked(day: string) {
  return useQuery({
    queryKey: ['day-bookings', day],
    queryFn: () => allBooked(day, { before: [] }),
  });
}

type Reading = { readonly before: readonly HallBooking[]; readonly after?: string };

/** Searching and printing want the whole day, so its pages are read to the end. */
async function allBooked(day: string, { before, after }: Reading): Promise<readonly HallBooking[]> {
  const query = after === undefined ? {} : { after };
  const { bookings, next } = await call(hallPlanRoutes.bookings, { params: { day }, query });
  const read = [...before, ...bookings];
  return next === undefined ? read : allBooked(day, { before: read, after: next });
}

/** What a changed rule would do, once nobody has changed it for a moment. */
export function usePreview(day: string, rule: DayRule | undefined) {
  const asked = useSettled(rule === undefined ? '' : JSON.stringify(rule));
  return useQuery({
    queryKey: ['day-preview', day, asked],
    enabled: asked !== '' && rule !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    queryFn: () => call(hallPlanRoutes.preview, { params: { day }, body: JSON.parse(asked) as DayRule }),
  });
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Keeps the rule of a day. */
export function useChangeDay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ day, rule, tell }: { day: string; rule: DayRule; tell: boolean }) =>
      call(hallPlanRoutes.change, { params: { day }, body: { rule, tell } }),
    onSuccess: ({ plan }, { day }) => {
      client.setQueryData(dayKey(day), plan);
      void client.invalidateQueries({ queryKey: ['plan-weeks'] });
    },
  });
}

/** 日模板 of my hall. */
export function useTemplates() {
  return useQuery({
    queryKey: templatesKey,
    staleTime: 60_000,
    queryFn: () => call(hallPlanRoutes.templates, {}),
  });
}

/** Keeps a template; days that use it are laid out anew. */
export function useSaveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DayTemplate) =>
      call(hallPlanRoutes.saveTemplate, { params: { template: body.template }, body }),
    onSuccess: (templates) => {
      client.setQueryData(templatesKey, templates);
      void client.invalidateQueries({ queryKey: ['plan-weeks'] });
      void client.invalidateQueries({ queryKey: ['day-plan'] });
    },
  });
}
