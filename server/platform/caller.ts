import type { Access, Role, Route } from '@tongban/contract';

/** 岗位: the one post a member of staff acts from in this session. */
export type Assignment = {
  readonly id: string;
  /** Path of the branch from the top, e.g. `44/4401/440106`. */
  readonly branch: string;
  /** Items this post may handle; absent means every item of the branch. */
  readonly items?: readonly string[];
  readonly office?: string;
  readonly window?: string;
  /** 批准负责人: whether this post may pass and decide the steps an item keeps for a head. */
  readonly head?: boolean;
};

/** 调用者: who asks. Without a person the caller is anonymous and plays `anyone`. */
export type Caller = {
  readonly role: Role;
  /** The person, or the relying unit when the role is `partner`. */
  readonly personId?: string;
  readonly sessionId?: string;
  readonly assignment?: Assignment;
  /** The person on whose mandate an agent acts. */
  readonly principalId?: string;
  /** 本人: the citizen a member of staff is; what this one applied for is for colleagues to handle. */
  readonly citizenId?: string;
  /** When a second factor was last given in this session. */
  readonly steppedUpAt?: Date;
};

/** A caller who is known for certain. */
export type SignedIn = Caller & { readonly personId: string };

/** What the keeper of a route may rely on: a person is certain unless the route admits `anyone`. */
export type CallerOf<R extends Route> = R['access'] extends { readonly roles: readonly (infer Played)[] }
  ? 'anyone' extends Played
    ? Caller
    : SignedIn
  : Caller;

/** What identification may look at. */
export type Arrival = {
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly header: (name: string) => string | undefined;
};

/** Tells who asks; identity supplies it. An unknown or ended session is `anonymous`, never an error. */
export type Identify = (arrival: Arrival) => Promise<Caller>;

export const anonymous: Caller = { role: 'anyone' };

/** Why this caller may not use a route, or undefined when he may. */
export function refusalOf(
  access: Access,
  caller: Caller,
  now: Date,
): 'sign-in' | 'role' | 'step-up' | undefined {
  if (access === 'public' || access.roles.includes('anyone')) return undefined;
  if (caller.personId === undefined) return 'sign-in';
  if (!access.roles.includes(caller.role)) return 'role';
  if (access.stepUpMinutes === undefined) return undefined;
  const proven = caller.steppedUpAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  return now.getTime() - proven > access.stepUpMinutes * 60_000 ? 'step-up' : undefined;
}
