import { first } from '../address.ts';
import { listItems } from '../items.ts';
import type { Pair } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';

/** 关联的事: the case, item or ticket somebody came from. */
export type About = { readonly what: 'case' | 'item' | 'ticket'; readonly id: string };

const shape = /^(case|item|ticket):([\w.-]{2,40})$/;

/** What the address, or the form sent from it, says the order is about. */
export function aboutIn({ query, request }: Visit): About | undefined {
  const [, what, id] = shape.exec(first(request.form, 'about') ?? first(query, 'about') ?? '') ?? [];
  return id === undefined ? undefined : { what: what as About['what'], id };
}

export function aboutPairs(about: About | undefined): Pair[] {
  return about === undefined ? [] : [['about', `${about.what}:${about.id}`]];
}

/** As the bureau reads it: a case by its number alone. */
export function aboutText({ what, id }: About): string {
  return what === 'case' ? id : `${what}:${id}`;
}

/** In words, above the form; a service by its name. */
export async function aboutWords(visit: Visit, { what, id }: About): Promise<string> {
  const { say } = visit;
  if (what === 'case') return say(`办件 ${id}`, `case ${id}`);
  if (what === 'ticket') return say(`排队号 ${id}`, `ticket ${id}`);
  const item = (await listItems(visit)).find((one) => one.item === id);
  return item === undefined
    ? say('您刚才看的事项', 'the service you came from')
    : inLocale(visit, item.name).text;
}
