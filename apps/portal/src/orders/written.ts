import type { OrderWish } from '@tongban/contract';
import { first } from '../address.ts';
import { isInWechat } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { type About, aboutIn, aboutText } from './about.ts';
import { forumIn } from './forum.tsx';
import type { OfferedKind } from './kinds.ts';

/** What somebody has written so far; it stays in the boxes when something has to be mended. */
export type Written = {
  readonly title: string;
  readonly text: string;
  readonly identity: OrderWish['identity'];
  readonly procedure: string;
  readonly wantsOpen: boolean;
  /** Files that have arrived already. */
  readonly laid: readonly string[];
  readonly about: About | undefined;
  /** 专题征集 it is written to; a report belongs to none. */
  readonly forum: string | undefined;
  /** Somebody has said that nothing is happening now. */
  readonly notNow: boolean;
  readonly key: string;
};

/** Whoever is not signed in can only leave their name out. */
export function writtenIn(visit: Visit, kind: OfferedKind): Written {
  const { form } = visit.request;
  // A form ends its lines with two signs, which would count twice.
  const text = (id: string) => (first(form, id) ?? '').replaceAll('\r\n', '\n').trim();
  const asked = kind.identities.find((one) => one === text('identity'));
  const usual = kind.identities[0] ?? 'named';
  return {
    ...{ title: text('title'), text: text('text'), procedure: text('procedure') },
    identity: visit.session.kind === 'citizen' ? (asked ?? usual) : 'anonymous',
    wantsOpen: text('open') === 'yes',
    laid: (form ?? []).filter(([key]) => key === 'laid').map(([, file]) => file),
    about: kind.id === 'report' ? undefined : aboutIn(visit),
    forum: kind.id === 'report' ? undefined : forumIn(visit),
    notNow: text('notNow') === 'yes',
    key: first(form, 'key') ?? crypto.randomUUID(),
  };
}

/** As the bureau takes it in. */
export function wishOf(visit: Visit, kind: OfferedKind, written: Written): OrderWish {
  const { title, text, identity, procedure, wantsOpen, laid, about, notNow, forum } = written;
  return {
    ...{ kind: kind.id, title, text, identity, division: visit.city.code, files: [...laid] },
    ...(procedure === '' ? {} : { procedure }),
    ...(notNow ? { notNow } : {}),
    ...(isInWechat(visit) ? { channel: 'wechat' as const } : {}),
    ...(wantsOpen && kind.open && identity !== 'secret' ? { wantsOpen } : {}),
    ...(about === undefined ? {} : { about: aboutText(about) }),
    ...(forum === undefined ? {} : { forum }),
  };
}
