import { isSameSpot, type Todo, todosOfPart, todosOfVisit } from '../todo.ts';
import type { Asking, Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';

const said = intakeWords.todo;
const marks = { open: '', done: '✓', defect: '!', waiting: '…' } as const;

/** 还要做的: everything of this visit in order; the one at hand stands out, any other is one press away. */
export function TodoColumn({ desk }: { desk: Desk }) {
  const groups = [
    ...desk.parts.map((part) => ({ key: part.draft, title: part.name, todos: todosOfPart(part) })),
    { key: 'visit', title: undefined, todos: todosOfVisit(desk.sitting) },
  ];
  const left = groups.flatMap(({ todos }) => todos).filter(({ state }) => state === 'open').length;
  return (
    <aside className="side" aria-label={said.title}>
      <h2 className="side-title">
        {said.title}
        <span className="faint">{said.left(left)}</span>
      </h2>
      {desk.parts.length === 0 && desk.asking === undefined && desk.sitting.filed.length === 0 ? (
        <p className="faint">{said.none}</p>
      ) : null}
      {desk.asking === undefined ? null : <AskingLine asking={desk.asking} />}
      {groups.map(({ key, title, todos }) => (
        <section key={key} className="todo-group">
          {title === undefined ? null : <h3>{title}</h3>}
          <ol>
            {todos.map((todo) => (
              <li key={todo.key}>
                <TodoLine todo={todo} current={isHere(desk, todo)} go={() => desk.go(todo.spot)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </aside>
  );
}

/** The item whose questions are being answered stands before everything else. */
function AskingLine({ asking }: { asking: Asking }) {
  const answered = new Set(asking.pairs.map(([key]) => key)).size;
  return (
    <section className="todo-group">
      <h3>{asking.name}</h3>
      <p className="todo todo-open current" aria-current="step">
        <span className="todo-mark" aria-hidden="true" />
        <span className="todo-label">{said.asking}</span>
        <span className="todo-detail">{said.askingDetail(answered)}</span>
      </p>
    </section>
  );
}

function isHere({ asking, spot }: Desk, todo: Todo): boolean {
  return asking === undefined && isSameSpot(spot, todo.spot);
}

function TodoLine({ todo, current, go }: { todo: Todo; current: boolean; go: () => void }) {
  const { state, label, detail } = todo;
  return (
    <button
      type="button"
      className={`todo todo-${state}${current ? ' current' : ''}`}
      aria-current={current ? 'step' : undefined}
      onClick={go}
    >
      <span className="todo-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <span className="todo-label">{label}</span>
      {detail === undefined || detail === '' ? null : <span className="todo-detail">{detail}</span>}
    </button>
  );
}
