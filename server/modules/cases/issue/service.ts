import { createCollectionBox } from './box.ts';
import { createCollecting } from './collecting.ts';
import { createIssueCounter } from './counter.ts';
import { createExpress } from './express.ts';
import { createHanding } from './handing.ts';
import type { IssueDeps, IssueParts } from './parts.ts';
import { createIssueView } from './view.ts';

export type Issue = ReturnType<typeof createIssue>;

/** 统一出件: results are found by a code, the person is verified, signs, and takes what is theirs; or it is sent. */
export function createIssue({ issueStore, store: cases, ...deps }: IssueDeps) {
  const view = createIssueView({ ...deps, store: issueStore });
  const parts: IssueParts = { ...deps, cases, view, store: issueStore, box: createCollectionBox(deps.vault) };
  return {
    ...createCollecting(parts),
    ...createHanding(parts),
    ...createExpress(parts),
    ...createIssueCounter(parts),
  };
}
