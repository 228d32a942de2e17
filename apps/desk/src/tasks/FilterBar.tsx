import type { ListFilter } from '@tongban/contract';
import { Badge, Button, Checkbox, Input, Popover, Select } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { words } from '../words.ts';
import { type Light, narrowings } from './filter.ts';
import { useItemNames } from './queries.ts';

const said = words.tasks.filter;
const lights: readonly { value: Light; label: string }[] = (['red', 'yellow', 'green'] as const).map(
  (value) => ({ value, label: words.clock.colours[value] }),
);

type Props = {
  filter: ListFilter;
  change: (part: Partial<ListFilter>) => void;
  clear: () => void;
  open: boolean;
  setOpen: (open: boolean) => void;
};

/** 筛选: everything a list can be narrowed by, behind one button that tells how often it is. */
export function FilterBar({ filter, change, clear, open, setOpen }: Props) {
  const narrowed = narrowings(filter);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={<Fields filter={filter} change={change} clear={clear} />}
    >
      <Badge count={narrowed} size="small" color="#0b4a99">
        <Button aria-keyshortcuts="f" aria-expanded={open}>
          {said.open}
          <KeyCap of="f" />
        </Button>
      </Badge>
    </Popover>
  );
}

function Fields({ filter, change, clear }: Pick<Props, 'filter' | 'change' | 'clear'>) {
  const items = useItemNames();
  return (
    <div className="filter">
      <label htmlFor="filter-items">{said.items}</label>
      <Select
        id="filter-items"
        mode="multiple"
        allowClear
        maxTagCount={3}
        optionFilterProp="label"
        options={items.data ?? []}
        value={filter.items ?? []}
        onChange={(chosen) => change({ items: chosen })}
      />
      <span id="filter-lights">{said.lights}</span>
      <Checkbox.Group
        aria-labelledby="filter-lights"
        options={[...lights]}
        value={filter.lights ?? []}
        onChange={(chosen) => change({ lights: chosen })}
      />
      <label htmlFor="filter-holder">{said.holder}</label>
      <Select
        id="filter-holder"
        allowClear
        placeholder={said.anyone}
        options={[
          { value: 'me', label: words.tasks.mine },
          { value: 'nobody', label: words.tasks.nobody },
        ]}
        value={filter.holder ?? null}
        onChange={(holder: string | null | undefined) => change({ holder: holder ?? '' })}
      />
      <DayField id="dueBy" label={said.dueBy} filter={filter} change={change} />
      <DayField id="submittedFrom" label={said.submittedFrom} filter={filter} change={change} />
      <DayField id="submittedTo" label={said.submittedTo} filter={filter} change={change} />
      <Button onClick={clear}>{said.clear}</Button>
    </div>
  );
}

type DayProps = Pick<Props, 'filter' | 'change'> & {
  id: 'dueBy' | 'submittedFrom' | 'submittedTo';
  label: string;
};

function DayField({ id, label, filter, change }: DayProps) {
  return (
    <>
      <label htmlFor={`filter-${id}`}>{label}</label>
      <Input
        id={`filter-${id}`}
        type="date"
        value={filter[id] ?? ''}
        onChange={({ target }) => change({ [id]: target.value })}
      />
    </>
  );
}
