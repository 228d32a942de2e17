import { useMutation, useQuery } from '@tanstack/react-query';
import { type ListFilter, listRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import type { Column } from './columns.tsx';

const said = words.tasks.export;

/** 导出: makes an Excel file on the server, tells how far it is, and hands it over. */
export function ExportButton({ filter, columns }: { filter: ListFilter; columns: readonly Column[] }) {
  const [made, setMade] = useState<string>();
  const start = useMutation({
    mutationFn: () => call(listRoutes.exportStart, { body: { filter, columns: [...columns] } }),
    onSuccess: ({ export: id }) => setMade(id),
  });
  const state = useQuery({
    queryKey: ['export', made],
    enabled: made !== undefined,
    queryFn: () => call(listRoutes.exportState, { params: { export: made ?? '' } }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'running' ? 800 : false),
  });
  const { data } = state;
  const running = start.isPending || (made !== undefined && (data === undefined || data.state === 'running'));
  return (
    <span className="export" role="status">
      <Button loading={running} onClick={() => start.mutate()}>
        {running && data !== undefined ? said.running(data.rows, data.total) : said.start}
      </Button>
      {data?.state === 'ready' && made !== undefined ? (
        <a href={addressOf(listRoutes.exportFile, { params: { export: made } })} download>
          {said.ready(data.rows)}
        </a>
      ) : null}
      {data?.state === 'failed' ? <span className="bad">{said.failed}</span> : null}
      <ProblemNote error={start.error} />
    </span>
  );
}
