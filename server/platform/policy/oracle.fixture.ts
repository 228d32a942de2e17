import type { Action, Kind, Resource, Subject } from './subject.ts';

/**
 * The policy in the words of the handbook, one sentence a line: role(s); what they may do; with what; how far. It is read
 * here by other means than the policy's own: no paths, no filters, only people walking up the tree of organisations.
 */
const handbook = `
citizen, enterprise; read change; case draft file; mine
citizen, enterprise; read; licence access-log; mine
citizen, enterprise, agent; read change; booking; mine
agent; read change; case; my principal's
agent; read; access-log; my principal's
agent; read change; draft file; mine
agent; read; licence; mine
clerk, approver, dispatcher, supervisor; read; case file proof dispatch; below my organisation, items of my post
clerk, approver, dispatcher, supervisor; read change; view; below my organisation, items of my post, in my hand
clerk, approver; change; case proof; below my organisation, items of my post, in my hand
clerk, approver; unmask; case; below my organisation, items of my post, in my hand
clerk; read change; sitting screen collection; below my organisation, items of my post, in my hand
clerk; read change; file; mine
clerk, hall-manager; read change; queue; below my organisation, items of my post
hall-manager; read change; hall day-plan device; below my organisation, items of my post
supervisor; read; hall; below my organisation, items of my post
admin; read change; device; below my organisation, items of my post
dispatcher, supervisor; change; dispatch; below my organisation, items of my post
auditor; read; audit; all
security-admin; read change; account; all
everyone; change; session; mine
`;

/** An organisation names its superior; the top has none. */
export type Organisation = { readonly id: number; readonly under?: Organisation };
/** Somebody, at an organisation instead of on a path. */
export type Someone = Omit<Subject, 'assignment'> & {
  readonly post?: { readonly at: Organisation; readonly items?: readonly string[] };
};
export type Something = Omit<Resource, 'branch'> & { readonly at?: Organisation };

type Sentence = { roles: string[]; verbs: string[]; nouns: string[]; limits: string[] };

const list = (text: string, separator: RegExp) => text.split(separator).map((word) => word.trim());
const sentences: Sentence[] = handbook
  .trim()
  .split('\n')
  .map((line) => {
    const [roles = '', verbs = '', nouns = '', limits = ''] = line.split(';').map((part) => part.trim());
    return {
      ...{ roles: list(roles, /,/), verbs: list(verbs, / /), nouns: list(nouns, / /) },
      limits: list(limits, /,/),
    };
  });

/** What the handbook says. */
export function handbookAllows(who: Someone, action: Action, what: Something): boolean {
  if (who.personId === undefined || who.role === 'partner') return false;
  return sentences.some(
    ({ roles, verbs, nouns, limits }) =>
      (roles.includes(who.role) || roles.includes('everyone')) &&
      verbs.includes(action) &&
      nouns.includes(what.kind satisfies Kind) &&
      limits.every((limit) => keeps(limit, who, what)),
  );
}

/** Whether the handbook says anything of a kind of thing. */
export function handbookKnows(kind: Kind): boolean {
  return sentences.some(({ nouns }) => nouns.includes(kind));
}

function keeps(limit: string, who: Someone, what: Something): boolean {
  switch (limit) {
    case 'all':
      return true;
    case 'mine':
      return unknownOr(what.ownerId, who.personId);
    case "my principal's":
      return who.principalId !== undefined && unknownOr(what.ownerId, who.principalId);
    case 'below my organisation':
      return who.post !== undefined && (what.at === undefined || liesUnder(what.at, who.post.at));
    case 'items of my post':
      return who.post?.items === undefined || what.item === undefined || who.post.items.includes(what.item);
    case 'in my hand':
      return unknownOr(what.holderId, who.personId);
    default:
      throw new Error(`the handbook does not say what “${limit}” means`);
  }
}

function unknownOr(said: string | undefined, expected: string | undefined): boolean {
  return said === undefined || said === expected;
}

function liesUnder(one: Organisation, top: Organisation): boolean {
  if (one.id === top.id) return true;
  return one.under !== undefined && liesUnder(one.under, top);
}
