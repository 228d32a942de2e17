import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type Draft, gapIn, LimitsFields, purposesOf } from './LimitsFields.tsx';
import { type Register, type Unit, useEnd, useLimit } from './queries.ts';
import { partnerWords } from './words.ts';

const { form, endDialog } = partnerWords;
type Props = { unit: Unit; close: () => void };

/** 改用证范围: for what, and of which types, from now on. */
export function LimitDialog({ unit, types, close }: Props & { types: Register['types'] }) {
  const [draft, setDraft] = useState<Draft>({ purposes: unit.purposes.join('\n'), types: unit.types });
  const limit = useLimit();
  const wish = { partner: unit.partner, purposes: purposesOf(draft), types: [...draft.types] };
  return (
    <SendDialog
      title={form.limitTitle(unit.name)}
      send={form.limitSend}
      press={() => limit.mutate(wish, { onSuccess: close })}
      close={close}
      pending={limit.isPending}
      error={limit.error}
      gap={gapIn(draft)}
    >
      <LimitsFields draft={draft} types={types} change={setDraft} />
    </SendDialog>
  );
}

/** 停用: asks once more. */
export function EndDialog({ unit, close }: Props) {
  const end = useEnd();
  return (
    <SendDialog
      title={endDialog.title(unit.name)}
      send={endDialog.send}
      press={() => end.mutate(unit.partner, { onSuccess: close })}
      close={close}
      pending={end.isPending}
      error={end.error}
      danger
    >
      <p>{endDialog.lead}</p>
    </SendDialog>
  );
}
