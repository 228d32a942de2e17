import type { BlockOut } from '@tongban/contract';
import { Button } from 'antd';
import { type EditProps, withPart } from './rule.ts';
import { planWords } from './words.ts';

const said = planWords.blocks;

/** 停用的时段: each with its reason, and the way to take it back. */
export function Blocks({ plan, rule, edit }: EditProps) {
  const { blockOuts } = rule;
  if (blockOuts.length === 0) return null;
  const names = ({ windows }: BlockOut) =>
    windows === undefined
      ? said.every
      : windows.map((window) => plan.rows.find((row) => row.window === window)?.name ?? window).join('、');
  const drop = (at: number) =>
    edit(withPart(rule, { blockOuts: blockOuts.filter((_, place) => place !== at) }));
  return (
    <section className="plan-part" aria-labelledby="plan-blocks">
      <header>
        <h3 id="plan-blocks">{said.title}</h3>
      </header>
      <ul className="plan-blocks">
        {blockOuts.map((one, at) => (
          <li key={`${one.span.from} ${one.span.to} ${one.windows?.join() ?? ''} ${one.reason}`}>
            <span className="number">
              {one.span.from}–{one.span.to}
            </span>
            <span className="clip-wide">{names(one)}</span>
            <span>{one.reason}</span>
            <Button
              size="small"
              aria-label={said.dropNamed(`${one.span.from}–${one.span.to}`)}
              onClick={() => drop(at)}
            >
              {said.drop}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
