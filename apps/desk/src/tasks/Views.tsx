import type { ListFilter, SavedView } from '@tongban/contract';
import { Button, Input, Popconfirm, Popover } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import type { Column } from './columns.tsx';
import { searchOf } from './filter.ts';
import { useDropView, useSaveView, useViews } from './queries.ts';

const said = words.tasks.views;

type Props = {
  filter: ListFilter;
  columns: readonly Column[];
  open: (view: SavedView) => void;
};

/** 我的视图: saved filters with how many cases are in each, and the way to save this one. */
export function Views({ filter, columns, open }: Props) {
  const views = useViews();
  const drop = useDropView();
  const here = JSON.stringify(searchOf(filter));
  const shown = views.data ?? [];
  return (
    <div className="views">
      {shown.map((view) => (
        <span
          key={view.view}
          className={JSON.stringify(searchOf(view.filter)) === here ? 'view here' : 'view'}
        >
          <button type="button" onClick={() => open(view)}>
            {view.name}
            {view.count === undefined ? null : <span className="count">{view.count}</span>}
          </button>
          <Popconfirm
            title={said.dropAsk(view.name)}
            okText={said.drop}
            cancelText={said.keep}
            onConfirm={() => drop.mutate(view.view)}
          >
            <button type="button" className="view-drop" aria-label={said.dropNamed(view.name)}>
              ×
            </button>
          </Popconfirm>
        </span>
      ))}
      <SaveView filter={filter} columns={columns} />
      <ProblemNote error={drop.error} />
    </div>
  );
}

function SaveView({ filter, columns }: Omit<Props, 'open'>) {
  const [shown, setShown] = useState(false);
  const [name, setName] = useState('');
  const save = useSaveView();
  const press = () =>
    name.trim() !== '' &&
    save.mutate(
      { name: name.trim(), filter, columns: [...columns] },
      {
        onSuccess: () => {
          setShown(false);
          setName('');
        },
      },
    );
  return (
    <Popover
      open={shown}
      onOpenChange={setShown}
      trigger="click"
      content={
        <div className="save-view">
          <label htmlFor="view-name">{said.name}</label>
          <Input
            id="view-name"
            maxLength={20}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={press}
          />
          <Button type="primary" loading={save.isPending} disabled={name.trim() === ''} onClick={press}>
            {said.save}
          </Button>
          <ProblemNote error={save.error} />
        </div>
      }
    >
      <Button size="small" type="link">
        {said.saveThis}
      </Button>
    </Popover>
  );
}
