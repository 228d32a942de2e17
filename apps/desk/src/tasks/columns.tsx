import type { SavedView, TaskRow } from '@tongban/contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'wouter';
import { LightTag } from '../clocks/LightTag.tsx';
import { momentWords } from '../clocks/moments.ts';
import { words } from '../words.ts';

export type Column = SavedView['columns'][number];
const heads = words.tasks.columns;

/** What a list shows when nothing else was chosen. */
export const usualColumns: readonly Column[] = [
  'clock',
  'case',
  'item',
  'applicant',
  'state',
  'submittedAt',
  'holder',
];

/** The item takes what the other columns leave, and no less than this. */
const narrowestItem = 140;

const known: Readonly<Record<Column, TableColumnsType<TaskRow>[number]>> = {
  clock: {
    key: 'clock',
    title: heads.light,
    width: 180,
    render: (_, { clock, state }) => <LightTag clock={clock} state={state} />,
  },
  case: { key: 'case', title: heads.case, width: 200, render: (_, task) => <CaseLink task={task} /> },
  item: { key: 'item', title: heads.item, dataIndex: 'itemName', ellipsis: true, minWidth: narrowestItem },
  applicant: { key: 'applicant', title: heads.applicant, dataIndex: 'applicant', width: 100 },
  state: { key: 'state', title: heads.state, width: 150, render: (_, task) => <State task={task} /> },
  submittedAt: {
    key: 'submittedAt',
    title: heads.submitted,
    width: 120,
    render: (_, task) => momentWords(task.submittedAt),
  },
  holder: { key: 'holder', title: heads.holder, width: 130, render: (_, task) => <Holder task={task} /> },
  office: { key: 'office', title: heads.office, dataIndex: 'office', width: 180, ellipsis: true },
  step: { key: 'step', title: heads.step, dataIndex: 'step', width: 120 },
};

/** The columns of a table in the order of the list of columns, whatever the order they were chosen in. */
export function columnsOf(chosen: readonly Column[]): TableColumnsType<TaskRow> {
  const order = Object.keys(known) as Column[];
  return order.filter((column) => chosen.includes(column)).map((column) => known[column]);
}

/** How wide a table of these columns is at least; the name of the item gives way first. */
export function widthOf(chosen: readonly Column[]): number {
  return chosen.reduce((sum, column) => sum + Number(known[column].width ?? narrowestItem), 0);
}

/** Every column with its head, to choose from. */
export const columnChoices = (Object.keys(known) as Column[]).map((value) => ({
  value,
  label: String(known[value].title),
}));

function CaseLink({ task }: { task: TaskRow }) {
  return (
    <Link href={`/cases/${encodeURIComponent(task.case)}`} className="task-link number">
      {task.case}
    </Link>
  );
}

function State({ task: { stateName, urges = 0 } }: { task: TaskRow }) {
  return (
    <span className="state">
      {stateName}
      {urges === 0 ? null : <span className="urged">{words.tasks.urged(urges)}</span>}
    </span>
  );
}

/** Who has the case, or since when nobody has it, with the light of that. */
function Holder({ task: { mine, holder, unassigned } }: { task: TaskRow }) {
  if (mine) return <strong>{words.tasks.mine}</strong>;
  if (holder !== undefined) return <>{holder}</>;
  if (unassigned === undefined) return <span className="faint">{words.tasks.nobody}</span>;
  return (
    <span className={`unassigned ${unassigned.light}`}>
      {words.tasks.unassigned(momentWords(unassigned.since))}
    </span>
  );
}
