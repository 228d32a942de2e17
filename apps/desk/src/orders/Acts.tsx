import type { OrderView } from '@tongban/contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ActDialog, blankFor } from './ActDialog.tsx';
import { type ActType, actOf, isPlain, leading, pressable } from './acts.ts';
import { DraftDialog } from './DraftDialog.tsx';
import { useAct, useTerms } from './queries.ts';
import { ArrangeDialog } from './visits/ArrangeDialog.tsx';
import { orderWords as said } from './words.ts';

const keyOf: Readonly<Partial<Record<ActType, string>>> = {
  ...{ claim: 'c', classify: 'l', dispatch: 's', draft: 'w', pass: 'e', reply: 'r' },
  ...{ 'ask-time': 'n', satisfied: 'y', 'not-reached': 'b', 'arrange-visit': 'v' },
};

/** What this post may do now; what needs words asks for them in a dialog. */
export function Acts({ view }: { view: OrderView }) {
  const { data: terms } = useTerms();
  const [asking, ask] = useState<ActType>();
  const deed = useAct(view.order);
  const may = terms === undefined ? [] : pressable(view.may, terms.units);
  const press = (type: ActType) => {
    if (terms === undefined) return;
    if (!isPlain(type)) ask(type);
    else deed.mutate({ version: view.version, act: actOf(type, blankFor(view, terms)) });
  };
  useKeys(
    Object.fromEntries(
      may.flatMap((type) => (keyOf[type] === undefined ? [] : [[keyOf[type], () => press(type)]])),
    ),
  );
  if (may.length === 0 || terms === undefined) return null;
  const close = () => ask(undefined);
  // A list of one is no list.
  const shown = may.length === leading + 1 ? may.length : leading;
  return (
    <div className="order-acts">
      {may.slice(0, shown).map((type, at) => (
        <Button
          key={type}
          type={at === 0 ? 'primary' : 'default'}
          loading={deed.isPending && deed.variables.act.type === type}
          onClick={() => press(type)}
          aria-keyshortcuts={keyOf[type]}
        >
          {said.acts[type]}
          {keyOf[type] === undefined ? null : <KeyCap of={keyOf[type]} />}
        </Button>
      ))}
      <More may={may.slice(shown)} press={press} />
      <ProblemNote error={deed.error} />
      {asking === 'arrange-visit' ? (
        <ArrangeDialog view={view} close={close} />
      ) : asking === 'draft' || asking === 'answer' ? (
        <DraftDialog type={asking} view={view} close={close} />
      ) : asking === undefined ? null : (
        <ActDialog type={asking} view={view} terms={terms} close={close} />
      )}
    </div>
  );
}

function More({ may, press }: { may: readonly ActType[]; press: (type: ActType) => void }) {
  if (may.length === 0) return null;
  const items = may.map((type) => ({ key: type, label: said.acts[type], onClick: () => press(type) }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>
        {said.moreActs}
        <span className="caret" aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
