import type { HotCandidateRow } from '@tongban/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useAttach } from '../attach/use-attach.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { EvidenceFields } from './EvidenceFields.tsx';
import { type Drafted, evidenceOf, isWhole } from './evidence.ts';
import { usePick } from './queries.ts';
import { hotlistWords as said } from './words.ts';

type Props = { candidate: HotCandidateRow; close: () => void; done: (topic: string) => void };

/** 选上榜: what it shall be called, and why. */
export function PickDialog({ candidate, close, done }: Props) {
  const { matterName, words, people, orders } = candidate;
  const [name, setName] = useState([matterName, ...words.slice(0, 2)].join(' '));
  const [drafted, setDrafted] = useState<Drafted>(() => ({
    say: '',
    figures: [
      { what: said.facts.people, value: people, unit: '人' },
      { what: said.facts.orders, value: orders, unit: '件' },
    ],
  }));
  const pick = usePick();
  const attach = useAttach();
  const press = () =>
    pick.mutate(
      {
        candidate: candidate.candidate,
        name: name.trim(),
        evidence: { ...evidenceOf(drafted), files: attach.files },
      },
      { onSuccess: ({ topic }) => done(topic) },
    );
  return (
    <SendDialog
      title={said.pick}
      send={said.pick}
      press={press}
      close={close}
      pending={pick.isPending}
      error={pick.error}
      gap={gapOf(name, drafted) ?? attach.waits}
    >
      <label htmlFor="hot-name">{said.pickName}</label>
      <Input id="hot-name" maxLength={40} value={name} onChange={({ target }) => setName(target.value)} />
      <EvidenceFields drafted={drafted} attach={attach} change={setDrafted} />
    </SendDialog>
  );
}

function gapOf(name: string, drafted: Drafted): string | undefined {
  if (name.trim().length < 2) return said.need.name;
  return isWhole(drafted) ? undefined : said.evidence.need;
}
