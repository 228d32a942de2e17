import type { ReactNode } from 'react';
import { AccountsPage } from '../accounts/Page.tsx';
import { AuditPage } from '../audit/Page.tsx';
import { DevicesPage } from '../devices/Page.tsx';
import { DispatchPage } from '../dispatch/Page.tsx';
import { HallPage } from '../hall/Page.tsx';
import { hallWords } from '../hall/words.ts';
import { IntakePage } from '../intake/Page.tsx';
import { IssuePage } from '../issue/Page.tsx';
import { issueWords } from '../issue/words.ts';
import { MachinesPage } from '../machines/Page.tsx';
import { machineWords } from '../machines/words.ts';
import { PlanPage } from '../plan/Page.tsx';
import { planWords } from '../plan/words.ts';
import { PromisesPage } from '../promises/Page.tsx';
import { ReceptionPage } from '../reception/Page.tsx';
import { receptionWords } from '../reception/words.ts';
import type { DeskSession } from '../sign-in/queries.ts';
import { TasksPage } from '../tasks/Page.tsx';
import { words } from '../words.ts';

type DeskRole = DeskSession['assignment']['role'];

/** One page of the desk that stands in the top line: its address, its key, and the posts it belongs to. */
export type DeskPage = {
  readonly path: `/${string}`;
  readonly link: string;
  readonly key: string;
  readonly roles: readonly DeskRole[];
  readonly show: (session: DeskSession) => ReactNode;
};

const readers: readonly DeskRole[] = ['clerk', 'approver', 'dispatcher', 'supervisor'];

/** 页面: the pages of the desk in the order of the top line; a post begins with the first that is its own. */
const pages: readonly DeskPage[] = [
  { path: '/hall', link: hallWords.link, key: 'H', roles: ['hall-manager'], show: () => <HallPage /> },
  { path: '/intake', link: words.app.pages.intake, key: 'I', roles: ['clerk'], show: () => <IntakePage /> },
  { path: '/issue', link: issueWords.link, key: 'O', roles: ['clerk'], show: () => <IssuePage /> },
  {
    path: '/reception',
    link: receptionWords.link,
    key: 'R',
    roles: ['hall-manager', 'clerk'],
    show: ({ assignment }) => <ReceptionPage role={assignment.role} />,
  },
  { path: '/plan', link: planWords.link, key: 'D', roles: ['hall-manager'], show: () => <PlanPage /> },
  {
    path: '/machines',
    link: machineWords.link,
    key: 'N',
    roles: ['hall-manager', 'admin'],
    show: ({ assignment }) => <MachinesPage role={assignment.role} />,
  },
  {
    path: '/dispatch',
    link: words.app.pages.dispatch,
    key: 'D',
    roles: ['dispatcher', 'supervisor'],
    show: () => <DispatchPage />,
  },
  {
    path: '/tasks',
    link: words.app.tasks,
    key: 't',
    roles: readers,
    show: ({ assignment }) => <TasksPage role={assignment.role} />,
  },
  {
    path: '/promises',
    link: words.app.pages.promises,
    key: 'P',
    roles: ['approver', 'clerk'],
    show: () => <PromisesPage />,
  },
  {
    path: '/devices',
    link: words.app.pages.devices,
    key: 'V',
    roles: ['clerk'],
    show: () => <DevicesPage />,
  },
  {
    path: '/accounts',
    link: words.app.pages.accounts,
    key: 'M',
    roles: ['security-admin'],
    show: () => <AccountsPage />,
  },
  { path: '/audit', link: words.app.pages.audit, key: 'A', roles: ['auditor'], show: () => <AuditPage /> },
];

/** The pages of a post. */
export function pagesOf({ assignment }: DeskSession): readonly DeskPage[] {
  return pages.filter(({ roles }) => roles.includes(assignment.role));
}
