import type { Action, Kind, Resource, Subject } from './subject.ts';

/**
 * The policy in the words of the handbook, one sentence a line: role(s); what they may do; with what; how far. It is read
 * here by other means than the policy's own: no paths, no filters, only people walking up the tree of organisations.
 */
const handbook = `
citizen, enterprise; read change; case draft file; mine
citizen, enterprise; read; access-log; mine
citizen, enterprise, agent; read change; licence; mine
partner; change; licence-check; mine
citizen, enterprise, agent; read change; booking notice survey; mine
citizen, enterprise; read change; rating; mine
agent; read change; rating; my principal's
citizen, enterprise; read change; payment; mine
agent; read change; payment; my principal's
clerk, hall-manager; read change; payment; below my organisation, items of my post
supervisor; read; payment; below my organisation, items of my post
clerk; read; rating; below my organisation, items of my post, in my hand
approver, hall-manager, supervisor; read change unmask; repair; below my organisation, items of my post
hall-manager, supervisor; read change; praise; below my organisation, items of my post
hall-manager, supervisor; read; survey; below my organisation, items of my post
spokesperson; read change; reply; below my organisation, items of my post
operator, clerk, approver, dispatcher, hall-manager, supervisor; read; reply; below my organisation, items of my post
spokesperson, operator, clerk, approver, dispatcher, hall-manager, supervisor; change; citation; below my organisation, items of my post
supervisor; read change; hot-topic; below my organisation, items of my post
supervisor; read; insight; below my organisation, items of my post
spokesperson, approver; read; hot-topic; below my organisation, items of my post
supervisor, spokesperson; change; hot-words; below my organisation, items of my post
supervisor, approver; change; hot-note; below my organisation, items of my post
operator, clerk, approver; read; forum; below my organisation, items of my post
supervisor, hall-manager, spokesperson; read change; forum; below my organisation, items of my post
operator, spokesperson; change; forum-order; below my organisation, items of my post
clerk, approver, supervisor; change; forum-note; below my organisation, items of my post
citizen, enterprise, agent; read; volunteer; mine
supervisor; read change; volunteer; below my organisation, items of my post
hall-manager, spokesperson; read; volunteer; below my organisation, items of my post
agent; read change; case; my principal's
agent; read; access-log; my principal's
agent; read change; draft file; mine
citizen, enterprise, agent; read change; order; mine
operator, spokesperson, clerk, approver, hall-manager, supervisor; read change unmask; order; below my organisation, items of my post
clerk, approver, dispatcher, supervisor; read; case file proof dispatch; below my organisation, items of my post
clerk, approver, dispatcher, supervisor; read change; view; below my organisation, items of my post, in my hand
clerk, approver; change; case proof; below my organisation, items of my post, in my hand
clerk, approver; unmask; case; below my organisation, items of my post, in my hand
clerk; read change; sitting screen collection; below my organisation, items of my post, in my hand
clerk, approver, operator, spokesperson, hall-manager, supervisor; read change; file; mine
clerk, hall-manager; read change; queue; below my organisation, items of my post
hall-manager; read change; hall day-plan device; below my organisation, items of my post
supervisor; read; hall; below my organisation, items of my post
admin; read change; device defect; below my organisation, items of my post
dispatcher, supervisor; change; dispatch; below my organisation, items of my post
auditor; read; audit; all
admin; read change; outbox; all
security-admin; read change; account; all
every person; change; session; mine
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
  if (who.personId === undefined) return false;
  return sentences.some(
    ({ roles, verbs, nouns, limits }) =>
      (roles.includes(who.role) || (who.role !== 'partner' && roles.includes('every person'))) &&
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
