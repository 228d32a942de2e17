import type { Role } from '@tongban/contract';

/** 主体: who asks, as far as the policy looks at it; a caller is one. */
export type Subject = {
  readonly role: Role;
  readonly personId?: string;
  /** The person on whose mandate an agent acts. */
  readonly principalId?: string;
  readonly assignment?: {
    readonly branch: string;
    readonly items?: readonly string[];
    readonly office?: string;
    readonly window?: string;
  };
};

/** 资源: the kinds of things somebody may ask for. */
export const kinds = [
  'case',
  'draft',
  'sitting',
  'screen',
  'collection',
  'proof',
  'dispatch',
  'view',
  'licence',
  'licence-check',
  'file',
  'booking',
  'payment',
  'queue',
  'hall',
  'day-plan',
  'device',
  'rating',
  'repair',
  'praise',
  'survey',
  'order',
  'defect',
  'reply',
  'citation',
  'hot-topic',
  'hot-words',
  'hot-note',
  'insight',
  'forum',
  'forum-order',
  'forum-note',
  'volunteer',
  'notice',
  'outbox',
  'access-log',
  'audit',
  'account',
  'session',
] as const;
export type Kind = (typeof kinds)[number];

/** 动作: to see it, to change it, or to see in it what is masked for everybody. */
export type Action = 'read' | 'change' | 'unmask';

/** One thing with what places it; what is left out is not known yet, as for a whole list. */
export type Resource = {
  readonly kind: Kind;
  /** Whose it is: the applicant of a case, the owner of a draft, the holder of a licence. */
  readonly ownerId?: string;
  readonly branch?: string;
  readonly item?: string;
  /** Who has it in hand. */
  readonly holderId?: string;
};

/** 字段: what is personal in a thing and shown masked unless the policy says otherwise. */
export const personalFields = ['name', 'citizenNumber', 'phone', 'address'] as const;
export type PersonalField = (typeof personalFields)[number];

/** 行范围: which rows of a kind somebody reaches; a store applies it to every query. */
export type Filter =
  | { readonly rows: 'none' }
  | { readonly rows: 'all' }
  | { readonly rows: 'own'; readonly personId: string }
  | {
      readonly rows: 'branch';
      readonly branch: string;
      readonly items?: readonly string[];
      /** Only what this person has in hand. */
      readonly holderId?: string;
    };

/** Why not: nobody known, a role that never may, no post or mandate in force, or a thing out of reach. */
export type Why =
  | 'sign-in'
  | 'role'
  | 'no-post'
  | 'no-mandate'
  | 'not-own'
  | 'branch'
  | 'item'
  | 'not-holder';

export type Decision = {
  readonly allow: boolean;
  readonly filter: Filter;
  readonly maskedFields: readonly PersonalField[];
  readonly reason?: Why;
};
