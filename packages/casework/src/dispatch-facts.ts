import type { Instant } from '@tongban/kernel';
import type { Role } from './roles.ts';

/** 经办人角色: the roles a step may ask for. */
export type DeskRole = Extract<Role, 'clerk' | 'approver' | 'head'>;

/** When a rule speaks; everything named must fit, what is not named fits always. */
export type DispatchCondition = {
  readonly items?: readonly string[];
  readonly lines?: readonly string[];
  readonly skills?: readonly string[];
  /** Division codes; a shorter one stands for all below it. */
  readonly divisions?: readonly string[];
  /** Answers of the situation, by fact. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
};

/** 分派规则: which unit a case goes to and how a person is chosen there; the first rule that finds somebody counts. */
export type DispatchRule = {
  readonly id: string;
  readonly say: string;
  readonly when?: DispatchCondition;
  readonly to: {
    /** `in-charge`: the nearest unit, from the case's own upwards, that decides its line and has somebody for it. */
    readonly unit?: 'in-charge';
    readonly kind?: string;
    readonly organisation?: string;
    readonly skill?: string;
  };
  readonly choose: 'least-load' | 'longest-waiting' | 'pool';
};

/** What the rules ask of a case: what it is about and whom its open step wants. */
export type DispatchCase = {
  readonly item: string;
  readonly line: string;
  /** What the line is called, e.g. 户籍业务. */
  readonly lineName: string;
  readonly skills: readonly string[];
  readonly division: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly role: DeskRole;
  readonly channel: string;
};

/** A unit a case may go to: its own, or one above it. */
export type DispatchUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly branch: string;
  readonly decides: 'all' | readonly string[];
};

/** 可接件的人: somebody with a post at one of the units, and why they cannot take this case if they cannot. */
export type Colleague = {
  readonly personId: string;
  readonly name: string;
  readonly role: DeskRole;
  readonly branch: string;
  /** Items of the post; absent means all. */
  readonly items?: readonly string[];
  /** Skills of the post; absent means all. */
  readonly skills?: readonly string[];
  /** Cases in their hands now. */
  readonly open: number;
  /** When they were last given a case. */
  readonly lastGivenAt?: Instant;
  /** Why this case cannot go to them: away, took it in, is the applicant. */
  readonly unable?: string;
};

/** A case with the units it may go to, nearest first, and everyone who works there. */
export type DispatchScene = {
  readonly about: DispatchCase;
  readonly units: readonly [DispatchUnit, ...DispatchUnit[]];
  readonly colleagues: readonly Colleague[];
};

/** 分派结果: unit, person where the rule chose one, and why. */
export type Dispatched = {
  readonly rule: string;
  readonly unit: DispatchUnit;
  readonly personId?: string;
  readonly why: string;
};
