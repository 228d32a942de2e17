import { type HallNow, hallRoutes } from '@tongban/contract';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useHallAct } from './queries.ts';
import { hallWords, skillName } from './words.ts';

const said = hallWords.skills;

type Props = { window: HallNow['windows'][number]; all: readonly string[]; close: () => void };

/** 今天办什么: changes for today what a window serves, or gives it back what it always serves. */
export function SkillsDialog({ window: { window, name, skills, changedSkills }, all, close }: Props) {
  const [chosen, choose] = useState<readonly string[]>(skills);
  const act = useHallAct();
  const send = (next: readonly string[]) =>
    act.mutate(() => call(hallRoutes.window, { params: { window }, body: { skills: [...next] } }), {
      onSuccess: close,
    });
  return (
    <SendDialog
      title={said.title(name)}
      send={said.send}
      press={() => send(chosen)}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={chosen.length === 0 ? said.need : undefined}
    >
      <p>{said.lead}</p>
      <Checkbox.Group
        className="skill-choice"
        aria-label={said.title(name)}
        value={[...chosen]}
        onChange={(next) => choose(next)}
        options={all.map((value) => ({ value, label: skillName(value) }))}
      />
      {changedSkills ? (
        <p>
          <Button onClick={() => send([])}>{said.restore}</Button>
        </p>
      ) : null}
    </SendDialog>
  );
}
