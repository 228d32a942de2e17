import { forumWords } from '../forums/words.ts';
import { hallWords } from '../hall/words.ts';
import { hotlineWords } from '../hotline/words.ts';
import { hotlistWords } from '../hotlist/words.ts';
import { insightWords } from '../insight/words.ts';
import { issueWords } from '../issue/words.ts';
import { knowledgeWords } from '../knowledge/words.ts';
import { machineWords } from '../machines/words.ts';
import { noticeWords } from '../notices/words.ts';
import { orderWords } from '../orders/words.ts';
import { partnerWords } from '../partners/words.ts';
import { payWords } from '../pay/words.ts';
import { planWords } from '../plan/words.ts';
import { ratingWords } from '../ratings/words.ts';
import { receptionWords } from '../reception/words.ts';
import type { DeskSession } from '../sign-in/queries.ts';
import { stuckWords } from '../stuck/words.ts';
import { words } from '../words.ts';
import { later } from './later.tsx';

type DeskRole = DeskSession['assignment']['role'];

/** One page of the desk that stands in the top line: its address, its key, and the posts it belongs to. */
export type DeskPage = {
  readonly path: `/${string}`;
  readonly link: string;
  readonly key: string;
  readonly roles: readonly DeskRole[];
  readonly page: ReturnType<typeof later<{ role: string }>>;
};

const readers: readonly DeskRole[] = ['clerk', 'approver', 'dispatcher', 'supervisor'];

/** 页面: the pages of the desk in the order of the top line; a post begins with the first that is its own. */
const pages: readonly DeskPage[] = [
  {
    path: '/hall',
    link: hallWords.link,
    key: 'H',
    roles: ['hall-manager'],
    page: later(async () => (await import('../hall/Page.tsx')).HallPage),
  },
  {
    path: '/intake',
    link: words.app.pages.intake,
    key: 'I',
    roles: ['clerk'],
    page: later(async () => (await import('../intake/Page.tsx')).IntakePage),
  },
  {
    path: '/issue',
    link: issueWords.link,
    key: 'O',
    roles: ['clerk'],
    page: later(async () => (await import('../issue/Page.tsx')).IssuePage),
  },
  {
    path: '/reception',
    link: receptionWords.link,
    key: 'R',
    roles: ['hall-manager', 'clerk'],
    page: later(async () => (await import('../reception/Page.tsx')).ReceptionPage),
  },
  {
    path: '/plan',
    link: planWords.link,
    key: 'D',
    roles: ['hall-manager'],
    page: later(async () => (await import('../plan/Page.tsx')).PlanPage),
  },
  {
    path: '/machines',
    link: machineWords.link,
    key: 'N',
    roles: ['hall-manager', 'admin'],
    page: later(async () => (await import('../machines/Page.tsx')).MachinesPage),
  },
  {
    path: '/dispatch',
    link: words.app.pages.dispatch,
    key: 'D',
    roles: ['dispatcher', 'supervisor'],
    page: later(async () => (await import('../dispatch/Page.tsx')).DispatchPage),
  },
  {
    path: '/tasks',
    link: words.app.tasks,
    key: 't',
    roles: readers,
    page: later(async () => (await import('../tasks/Page.tsx')).TasksPage),
  },
  {
    path: '/promises',
    link: words.app.pages.promises,
    key: 'P',
    roles: ['approver', 'clerk'],
    page: later(async () => (await import('../promises/Page.tsx')).PromisesPage),
  },
  {
    path: '/pay',
    link: payWords.link,
    key: 'G',
    roles: ['clerk', 'hall-manager', 'supervisor'],
    page: later(async () => (await import('../pay/Page.tsx')).PayPage),
  },
  {
    path: '/ratings',
    link: ratingWords.link,
    key: 'Y',
    roles: ['hall-manager', 'approver', 'supervisor'],
    page: later(async () => (await import('../ratings/Page.tsx')).RatingsPage),
  },
  {
    path: '/my-ratings',
    link: ratingWords.mine.link,
    key: 'Y',
    roles: ['clerk'],
    page: later(async () => (await import('../ratings/MinePage.tsx')).MyRatingsPage),
  },
  {
    path: '/hotline',
    link: hotlineWords.link,
    key: 'B',
    roles: ['operator'],
    page: later(async () => (await import('../hotline/Page.tsx')).HotlinePage),
  },
  {
    path: '/orders',
    link: orderWords.link,
    key: 'W',
    roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
    page: later(async () => (await import('../orders/Page.tsx')).OrdersPage),
  },
  {
    path: '/stuck',
    link: stuckWords.link,
    key: 'Z',
    roles: ['hall-manager', 'spokesperson', 'approver', 'supervisor'],
    page: later(async () => (await import('../stuck/Page.tsx')).StuckPage),
  },
  {
    path: '/forums',
    link: forumWords.link,
    key: 'F',
    roles: ['supervisor', 'hall-manager', 'spokesperson', 'operator', 'approver'],
    page: later(async () => (await import('../forums/Page.tsx')).ForumsPage),
  },
  {
    path: '/hotlist',
    link: hotlistWords.link,
    key: 'E',
    roles: ['supervisor', 'spokesperson', 'approver'],
    page: later(async () => (await import('../hotlist/Page.tsx')).HotlistPage),
  },
  {
    path: '/insight',
    link: insightWords.link,
    key: 'X',
    roles: ['supervisor'],
    page: later(async () => (await import('../insight/Page.tsx')).InsightPage),
  },
  {
    path: '/guide-defects',
    link: stuckWords.defects.link,
    key: 'J',
    roles: ['admin'],
    page: later(async () => (await import('../stuck/DefectsPage.tsx')).DefectsPage),
  },
  {
    path: '/replies',
    link: knowledgeWords.link,
    key: 'Q',
    roles: ['spokesperson', 'operator', 'clerk', 'approver', 'dispatcher', 'hall-manager', 'supervisor'],
    page: later(async () => (await import('../knowledge/Page.tsx')).KnowledgePage),
  },
  {
    path: '/devices',
    link: words.app.pages.devices,
    key: 'V',
    roles: ['clerk'],
    page: later(async () => (await import('../devices/Page.tsx')).DevicesPage),
  },
  {
    path: '/notices',
    link: noticeWords.link,
    key: 'T',
    roles: ['admin'],
    page: later(async () => (await import('../notices/Page.tsx')).NoticesPage),
  },
  {
    path: '/accounts',
    link: words.app.pages.accounts,
    key: 'M',
    roles: ['security-admin'],
    page: later(async () => (await import('../accounts/Page.tsx')).AccountsPage),
  },
  {
    path: '/partners',
    link: partnerWords.link,
    key: 'U',
    roles: ['security-admin'],
    page: later(async () => (await import('../partners/Page.tsx')).PartnersPage),
  },
  {
    path: '/audit',
    link: words.app.pages.audit,
    key: 'A',
    roles: ['auditor'],
    page: later(async () => (await import('../audit/Page.tsx')).AuditPage),
  },
];

/** The pages of a post. */
export function pagesOf({ assignment }: DeskSession): readonly DeskPage[] {
  return pages.filter(({ roles }) => roles.includes(assignment.role));
}

/** One case, opened from any list. */
export const casePage = later(async () => (await import('../case/Page.tsx')).CasePage);
