import { dispatchRoutes, type Load } from '@tongban/contract';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { BulkDone } from '../tasks/BulkDone.tsx';
import { useDispatch } from './queries.ts';
import { dispatchWords as said } from './words.ts';

/** 请假: somebody is away for some days; their open cases may go to the others at once. */
export function AbsenceDialog({ load, close }: { load: Load; close: () => void }) {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const [away, setAway] = useState({ from: today, until: today, reason: '请假', rebalance: true });
  const act = useDispatch();
  const press = () => {
    const asked = { params: { person: load.person }, body: { ...away, reason: away.reason.trim() } };
    act.mutate(() => call(dispatchRoutes.absent, asked), {
      onSuccess: (result) => (result?.failed.length ?? 0) === 0 && close(),
    });
  };
  if (act.data !== undefined && act.data.failed.length > 0)
    return <BulkDone result={act.data} close={close} />;
  return (
    <SendDialog
      title={`${said.markAbsent}：${load.name}`}
      send={said.saveAbsent}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={away.reason.trim() === '' || away.until < away.from ? '' : undefined}
    >
      <label htmlFor="away-from">{said.from}</label>
      <Input
        id="away-from"
        type="date"
        value={away.from}
        onChange={({ target }) => setAway({ ...away, from: target.value })}
      />
      <label htmlFor="away-until">{said.until}</label>
      <Input
        id="away-until"
        type="date"
        value={away.until}
        onChange={({ target }) => setAway({ ...away, until: target.value })}
      />
      <label htmlFor="away-why">{said.why}</label>
      <Input
        id="away-why"
        maxLength={60}
        value={away.reason}
        onChange={({ target }) => setAway({ ...away, reason: target.value })}
      />
      <Checkbox
        checked={away.rebalance}
        onChange={({ target }) => setAway({ ...away, rebalance: target.checked })}
      >
        {said.rebalance}
      </Checkbox>
    </SendDialog>
  );
}
