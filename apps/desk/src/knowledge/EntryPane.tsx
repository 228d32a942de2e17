import type { ReplyAct, ReplyVersion, ReplyView } from '@tongban/contract';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useCite, useDeed, useReply } from './queries.ts';
import { type Asking, ReasonDialog } from './ReasonDialog.tsx';
import { Version, Versions } from './Version.tsx';
import { WriteDialog } from './WriteDialog.tsx';
import { knowledgeWords as said } from './words.ts';

/** 一条口径: the version in force, the one being written beside it, and what may be done. */
export function EntryPane({ entry }: { entry: string }) {
  const { data, error } = useReply(entry);
  return (
    <section className="library-entry">
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Whole view={data} />}
    </section>
  );
}

function Whole({ view }: { view: ReplyView }) {
  const open = view.versions.find(({ state }) => state === 'draft' || state === 'review');
  const inForce = view.versions.find(({ state }) => state === 'in-force');
  const sides = [inForce, open].flatMap((one) => one ?? []);
  const shown = sides.length === 0 ? view.versions.slice(0, 1) : sides;
  const earlier = view.versions.filter((one) => !shown.includes(one));
  return (
    <>
      <header className="entry-head">
        <div>
          <h2>{(open ?? inForce ?? view.versions[0])?.title}</h2>
          <p className="entry-facts">
            <span>{said.kinds[view.kind]}</span>
            <span>{view.scopeName}</span>
            {view.itemName === undefined ? null : <span>{view.itemName}</span>}
            <span>{said.origins[view.origin]}</span>
            <span>{said.cites(view.cites)}</span>
          </p>
        </div>
        <Acts view={view} open={open} inForce={inForce} />
      </header>
      {view.origin === 'edition' ? <p className="entry-note">{said.generated}</p> : null}
      <div className={shown.length > 1 ? 'version-sides' : 'version-sides version-alone'}>
        {shown.map((one) => (
          <Version
            key={one.version}
            version={one}
            before={one === open ? inForce : undefined}
            title={shown.length < 2 ? undefined : one === open ? said.next : said.now}
          />
        ))}
      </div>
      {earlier.length === 0 ? null : <Versions versions={earlier} />}
    </>
  );
}

type ActsProps = { view: ReplyView; open: ReplyVersion | undefined; inForce: ReplyVersion | undefined };

/** The presses this caller may make now; what needs words asks for them in a dialog. */
function Acts({ view, open, inForce }: ActsProps) {
  const [asking, ask] = useState<Asking>();
  const [writing, write] = useState(false);
  const deed = useDeed(view.entry);
  const cite = useCopy(view, inForce);
  const { may } = view;
  const standing = open ?? inForce;
  const press = (act: ReplyAct) => {
    if (act === 'cite') cite.press();
    else if (act === 'save' || act === 'revise') write(true);
    else if (act === 'send' || act === 'approve') deed.mutate({ act, revision: open?.revision ?? 0 });
    else ask(act);
  };
  const writes = may.includes('save') || may.includes('revise');
  useKeys({
    ...(may.includes('cite') ? { y: () => press('cite') } : {}),
    ...(writes ? { e: () => write(true) } : {}),
  });
  const shown = order.filter((act) => may.includes(act));
  return (
    <div className="entry-acts">
      {shown.map((act, at) => (
        <Button
          key={act}
          type={at === 0 && leading.includes(act) ? 'primary' : 'default'}
          danger={act === 'withdraw'}
          loading={(deed.isPending && deed.variables.act === act) || (act === 'cite' && cite.isPending)}
          onClick={() => press(act)}
        >
          {said.acts[act]}
          {keyOf[act] === undefined ? null : <KeyCap of={keyOf[act]} />}
        </Button>
      ))}
      {open?.state === 'review' && writesButNotApproves(may) ? <p className="faint">{said.own}</p> : null}
      <ProblemNote error={deed.error ?? cite.error} />
      {asking === undefined || standing === undefined ? null : (
        <ReasonDialog asking={asking} entry={view.entry} version={standing} close={() => ask(undefined)} />
      )}
      {writing ? (
        <WriteDialog view={view} base={standing ?? view.versions[0]} close={() => write(false)} />
      ) : null}
    </div>
  );
}

const order: readonly ReplyAct[] = ['approve', 'send', 'cite', 'save', 'revise', 'return', 'withdraw'];
/** What may be the one press that leads on. */
const leading: readonly ReplyAct[] = ['approve', 'send', 'cite'];
const keyOf: Partial<Record<ReplyAct, string>> = { cite: 'y', save: 'e', revise: 'e' };

function writesButNotApproves(may: readonly ReplyAct[]): boolean {
  return may.includes('return') && !may.includes('approve');
}

/** Copies the text that is in force and counts that it was used. */
function useCopy({ entry }: ReplyView, inForce: ReplyVersion | undefined) {
  const cite = useCite(entry);
  const { message } = App.useApp();
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(inForce?.text ?? '');
      void message.success(said.copied);
    } catch {
      // No clipboard on plain http: the use is counted all the same.
      void message.info(said.notCopied);
    }
  };
  return { ...cite, press: () => cite.mutate(undefined, { onSuccess: () => void copied() }) };
}
