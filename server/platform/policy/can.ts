import {
  type Action,
  type Decision,
  type Filter,
  type PersonalField,
  personalFields,
  type Resource,
  type Subject,
  type Why,
} from './subject.ts';
import { type Grant, table } from './table.ts';

/**
 * 策略: whether somebody may do something with a thing, and if with many, with which rows. Of a thing whose place is
 * not known the filter alone decides, so whoever asks about a list must apply it.
 */
export function can(subject: Subject, action: Action, resource: Resource): Decision {
  const grants = table[subject.role].filter(({ on, may }) => on === resource.kind && may.includes(action));
  if (grants.length === 0) return no(subject.personId === undefined ? 'sign-in' : 'role');
  const verdicts = grants.map((grant) => decide(subject, grant, { action, resource }));
  return verdicts.find(({ allow }) => allow) ?? verdicts[0] ?? no('role');
}

type Asked = { readonly action: Action; readonly resource: Resource };

function decide(subject: Subject, grant: Grant, { action, resource }: Asked): Decision {
  const filter = filterOf(subject, grant);
  if (typeof filter === 'string') return no(filter);
  const reason = whyBeyond(filter, resource);
  const maskedFields = maskedFor(filter, action);
  return reason === undefined
    ? { allow: true, filter, maskedFields }
    : { allow: false, filter, maskedFields: personalFields, reason };
}

function filterOf(subject: Subject, { within }: Grant): Filter | Why {
  const { personId, principalId, assignment } = subject;
  if (personId === undefined) return 'sign-in';
  switch (within) {
    case 'own':
      return { rows: 'own', personId };
    case 'mandate':
      return principalId === undefined ? 'no-mandate' : { rows: 'own', personId: principalId };
    case 'bureau':
      return { rows: 'all' };
    case 'branch':
    case 'held': {
      if (assignment === undefined) return 'no-post';
      const { branch, items } = assignment;
      return {
        rows: 'branch',
        branch,
        ...(items === undefined ? {} : { items }),
        ...(within === 'held' ? { holderId: personId } : {}),
      };
    }
  }
}

/** Why a thing lies beyond the rows of a filter; what is not known of it does not stand against it. */
function whyBeyond(filter: Filter, resource: Resource): Why | undefined {
  switch (filter.rows) {
    case 'none':
      return 'role';
    case 'all':
      return undefined;
    case 'own':
      return isOther(resource.ownerId, filter.personId) ? 'not-own' : undefined;
    case 'branch':
      return whyOutside(filter, resource);
  }
}

function whyOutside(
  { branch, items, holderId }: Extract<Filter, { rows: 'branch' }>,
  resource: Resource,
): Why | undefined {
  if (resource.branch !== undefined && !isBelow(resource.branch, branch)) return 'branch';
  if (resource.item !== undefined && items?.includes(resource.item) === false) return 'item';
  return holderId !== undefined && isOther(resource.holderId, holderId) ? 'not-holder' : undefined;
}

function isOther(known: string | undefined, wanted: string): boolean {
  return known !== undefined && known !== wanted;
}

/** Whether a branch is another or lies below it. */
function isBelow(branch: string, top: string): boolean {
  return branch === top || branch.startsWith(`${top}/`);
}

/** What is one's own is shown as it is; of all others every personal field is masked, unless that is the very wish. */
function maskedFor({ rows }: Filter, action: Action): readonly PersonalField[] {
  return rows === 'own' || action === 'unmask' ? [] : personalFields;
}

function no(reason: Why): Decision {
  return { allow: false, filter: { rows: 'none' }, maskedFields: personalFields, reason };
}
