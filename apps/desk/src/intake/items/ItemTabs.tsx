import { intakeRoutes } from '@tongban/contract';
import { Button, Tooltip } from 'antd';
import { call } from '../../api/call.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { nextSpot, type Spot, todosOfPart } from '../todo.ts';
import type { Desk, OpenPart } from '../use-desk.ts';
import { intakeWords } from '../words.ts';

const said = intakeWords.items;

/** The items of this visit, and the way to add another; brackets go from one to the next. */
export function ItemTabs({ desk }: { desk: Desk }) {
  const { parts, spot, asking, go, ask } = desk;
  const here = 'draft' in spot ? spot.draft : undefined;
  const open = (part: OpenPart | undefined) => {
    if (part === undefined) return;
    ask(undefined);
    go(firstSpotOf(part));
  };
  const at = parts.findIndex(({ draft }) => draft === here);
  const add = () => {
    ask(undefined);
    go({ at: 'item' });
  };
  useKeys({ '[': () => open(parts[at - 1]), ']': () => open(parts[at + 1]), '/': add });
  const adding = asking === undefined && spot.at === 'item';
  return (
    <nav className="item-tabs" aria-label={said.tabs}>
      {parts.map((part) => (
        <span
          key={part.draft}
          className={part.draft === here && asking === undefined ? 'item-tab current' : 'item-tab'}
        >
          <button
            type="button"
            aria-current={part.draft === here && asking === undefined ? 'true' : undefined}
            onClick={() => open(part)}
          >
            {part.name}
            <Tally part={part} />
          </button>
          <DropButton desk={desk} part={part} />
        </span>
      ))}
      {asking === undefined ? null : (
        <span className="item-tab current">
          <span className="item-asking">
            {asking.name}
            <span className="tab-tally">{said.asking}</span>
          </span>
        </span>
      )}
      <button
        type="button"
        className={adding ? 'item-add current' : 'item-add'}
        aria-keyshortcuts="/"
        onClick={add}
      >
        {said.add}
        <KeyCap of="/" />
      </button>
    </nav>
  );
}

function Tally({ part }: { part: OpenPart }) {
  const todos = todosOfPart(part);
  const done = todos.filter(({ state }) => state !== 'open').length;
  return (
    <span
      className={done === todos.length ? 'tab-tally good' : 'tab-tally'}
    >{`${done}/${todos.length}`}</span>
  );
}

/** 放回草稿: the item is not done today; nothing of it is lost. */
function DropButton({ desk, part }: { desk: Desk; part: OpenPart }) {
  const { sitting } = desk.sitting;
  const drop = () =>
    desk.run(
      () => call(intakeRoutes.dropItem, { params: { sitting, draft: part.draft } }),
      () => desk.goOn(undefined),
    );
  return (
    <Tooltip title={said.dropHelp}>
      <Button type="text" size="small" aria-label={`${said.drop}：${part.name}`} onClick={drop}>
        ×
      </Button>
    </Tooltip>
  );
}

function firstSpotOf(part: OpenPart): Spot {
  const found = nextSpot([part], undefined);
  return found.at === 'confirm' ? { at: 'form', draft: part.draft } : found;
}
