import type { OrderTerms } from '@tongban/contract';
import { Select } from 'antd';
import type { Filled } from './acts.ts';
import { orderWords as said } from './words.ts';

export type Sorted = Pick<Filled, 'kind' | 'labels' | 'matter'>;
type Props = { terms: OrderTerms; sorted: Sorted; change: (part: Partial<Sorted>) => void };

/** 两轴分类: the kind, the matter of the tree, and the labels beside it. */
export function SortingFields({ terms, sorted, change }: Props) {
  return (
    <>
      <label htmlFor="order-kind">{said.fields.kind}</label>
      <Select
        id="order-kind"
        showSearch={{ optionFilterProp: 'label' }}
        value={sorted.kind}
        options={terms.kinds.map(({ kind, name }) => ({ value: kind, label: name.zh }))}
        onChange={(kind: Sorted['kind']) => change({ kind })}
      />
      <label htmlFor="order-matter">{said.fields.matter}</label>
      <Select
        id="order-matter"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={said.pickMatter}
        value={sorted.matter ?? null}
        options={mattersOf(terms)}
        onChange={(matter: string) => change({ matter })}
      />
      <label htmlFor="order-labels">{said.fields.labels}</label>
      <Select
        id="order-labels"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...sorted.labels]}
        options={terms.labels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(labels: string[]) => change({ labels })}
      />
    </>
  );
}

/** The leaves of the tree, each with the branches it hangs on. */
export function mattersOf({ matters }: OrderTerms): { value: string; label: string }[] {
  const names = new Map(matters.map(({ id, name }) => [id, name]));
  return matters
    .filter(({ isLeaf }) => isLeaf)
    .map(({ id, name, above }) => ({
      value: id,
      label: [...above.map((one) => names.get(one) ?? one), name].join(' / '),
    }));
}
