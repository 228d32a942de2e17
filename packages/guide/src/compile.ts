import { findCircle } from './circle.ts';
import type { Guide } from './guide.ts';
import { byCompany, plant } from './plant.ts';
import { freezeOrder } from './policy.ts';
import type { GuideProblem, GuideSource } from './source.ts';
import { checkSource } from './validate.ts';
import { readWritten } from './written.ts';

export type Compiled = { ok: true; guide: Guide } | { ok: false; problems: GuideProblem[] };

const MOST_NODES = 50_000;

/** 编译: turns a guide's source into the forest that is published, or says what has to be mended. */
export function compileGuide(source: GuideSource, budget = MOST_NODES): Compiled {
  const problems = checkSource(source);
  if (problems.length > 0) return { ok: false, problems };
  const written = readWritten(source, problems);
  if (problems.length === 0) problems.push(...findCircle(source, written));
  if (problems.length > 0) return { ok: false, problems };
  const first = plant(source, { written, own: source.facts, budget });
  const planted = first.ok ? first : plant(source, { written, own: byCompany(source, written), budget });
  if (!planted.ok) return { ok: false, problems: [planted.problem] };
  problems.push(...checkPriors(source, planted.guide));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, guide: freezeOrder(planted.guide) };
}

/** A number's shares are counted per interval, and intervals are known only once all conditions are read. */
function checkPriors(source: GuideSource, guide: Guide): GuideProblem[] {
  return source.facts.flatMap((fact, i) => {
    const cuts = guide.facts[i]?.cuts ?? [];
    if (fact.type !== 'number' || fact.prior === undefined || fact.prior.length === cuts.length + 1)
      return [];
    const message = `“${fact.id}”按 ${cuts.join('、')} 分成 ${cuts.length + 1} 段，先验也要写 ${cuts.length + 1} 个数。`;
    return [{ path: ['facts', i, 'prior'], code: 'bad-prior', message }];
  });
}
