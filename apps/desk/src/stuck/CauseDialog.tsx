import type { StuckCause, StuckView } from '@tongban/contract';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useTerms } from '../orders/queries.ts';
import { useItemNames } from '../tasks/queries.ts';
import { useFindCause } from './queries.ts';
import { stuckWords } from './words.ts';

const said = stuckWords.cause;
type Found = { readonly rootCause?: string; readonly item?: string; finding: string; defect: string };

/** 写原因: the type, what was found, and what the guide should say instead. */
export function CauseDialog({ view, close }: { view: StuckView; close: () => void }) {
  const [found, setFound] = useState<Found>(() => begunFrom(view));
  const { data: terms } = useTerms();
  const { data: items } = useItemNames();
  const save = useFindCause(view.order);
  const { rootCause } = found;
  const isWhole = rootCause !== undefined && found.finding.trim().length > 1;
  return (
    <SendDialog
      title={said.find}
      send={said.keep}
      press={() => rootCause !== undefined && save.mutate(causeOf(rootCause, found), { onSuccess: close })}
      close={close}
      pending={save.isPending}
      error={save.error}
      gap={isWhole ? undefined : said.need}
    >
      <label htmlFor="stuck-type">{said.type}</label>
      <Select
        id="stuck-type"
        showSearch={{ optionFilterProp: 'label' }}
        value={rootCause ?? null}
        options={(terms?.rootCauses ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value: string) => setFound({ ...found, rootCause: value })}
      />
      <label htmlFor="stuck-item">{said.pickItem}</label>
      <Select
        id="stuck-item"
        showSearch={{ optionFilterProp: 'label' }}
        value={found.item ?? null}
        options={items ?? []}
        onChange={(item: string) => setFound({ ...found, item })}
      />
      <Words found={found} change={(part) => setFound({ ...found, ...part })} />
    </SendDialog>
  );
}

type WordsProps = { found: Found; change: (part: Partial<Pick<Found, 'finding' | 'defect'>>) => void };

function Words({ found, change }: WordsProps) {
  return (
    <>
      <label htmlFor="stuck-finding">{said.finding}</label>
      <Input.TextArea
        id="stuck-finding"
        rows={3}
        maxLength={2000}
        placeholder={said.findHint}
        value={found.finding}
        onChange={({ target }) => change({ finding: target.value })}
      />
      <label htmlFor="stuck-defect">{said.defect}</label>
      <Input.TextArea
        id="stuck-defect"
        rows={3}
        maxLength={2000}
        placeholder={said.defectHint}
        value={found.defect}
        onChange={({ target }) => change({ defect: target.value })}
      />
    </>
  );
}

function begunFrom({ attached, cause }: StuckView): Found {
  const item = cause?.item ?? attached.item?.id;
  return {
    ...{ finding: cause?.finding ?? '', defect: cause?.defect ?? '' },
    ...(item === undefined ? {} : { item }),
    ...(cause === undefined ? {} : { rootCause: cause.rootCause }),
  };
}

function causeOf(rootCause: string, { item, finding, defect }: Found): StuckCause {
  return {
    ...{ rootCause, finding: finding.trim() },
    ...(item === undefined ? {} : { item }),
    ...(defect.trim() === '' ? {} : { defect: defect.trim() }),
  };
}
