import { App, Checkbox, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useHallNow } from '../hall/queries.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useRegister } from './queries.ts';
import { machineWords } from './words.ts';

const said = machineWords.register;
const digits = 6;
const nothing = { code: '', name: '', window: '', allDay: false };

/** 登记: the machine shows a code, the desk types it and gives the machine its name and place. */
export function Register({ windows }: { windows: boolean }) {
  const { message } = App.useApp();
  const [written, write] = useState(nothing);
  const act = useRegister();
  const gap =
    written.code.length < digits ? said.need.code : written.name.trim() === '' ? said.need.name : undefined;
  const send = () => {
    if (gap !== undefined || act.isPending) return;
    const { code, name, window, allDay } = written;
    act.mutate(
      { code, name: name.trim(), allDay, ...(window === '' ? {} : { window }) },
      {
        onSuccess: (row) => {
          write(nothing);
          void message.success(said.done(row.name));
        },
      },
    );
  };
  useKeys({ n: () => document.getElementById('machine-code')?.focus(), 'Ctrl+Enter': send });
  return (
    <form
      className="machine-register"
      aria-labelledby="machine-register"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <header>
        <h2 id="machine-register">{said.title}</h2>
        <KeyCap of="n" />
      </header>
      <Fields written={written} write={write} windows={windows} />
      <KeyButton of="Ctrl+Enter" label={said.send} run={send} why={gap} look="primary" busy={act.isPending} />
      {gap === undefined ? null : <p className="faint">{gap}</p>}
      <ProblemNote error={act.error} />
    </form>
  );
}

type Written = typeof nothing;
type FieldsProps = { written: Written; write: (written: Written) => void; windows: boolean };

function Fields({ written, write, windows }: FieldsProps) {
  return (
    <>
      <label htmlFor="machine-code">{said.code}</label>
      <Input
        id="machine-code"
        className="pair-code"
        inputMode="numeric"
        autoComplete="off"
        value={written.code}
        onChange={({ target }) =>
          write({ ...written, code: target.value.replaceAll(/\D/g, '').slice(0, digits) })
        }
      />
      <label htmlFor="machine-name">{said.name}</label>
      <Input
        id="machine-name"
        maxLength={40}
        autoComplete="off"
        value={written.name}
        onChange={({ target }) => write({ ...written, name: target.value })}
      />
      {windows ? (
        <WindowField window={written.window} choose={(window) => write({ ...written, window })} />
      ) : null}
      <Checkbox
        checked={written.allDay}
        onChange={({ target }) => write({ ...written, allDay: target.checked })}
      >
        {said.allDay}
      </Checkbox>
    </>
  );
}

/** Where a window strip hangs: one of the hall's windows. */
function WindowField({ window, choose }: { window: string; choose: (window: string) => void }) {
  const { data } = useHallNow();
  const offered = (data?.windows ?? []).map((one) => ({ value: one.window, label: one.name }));
  return (
    <>
      <label htmlFor="machine-window">{said.window}</label>
      <Select
        id="machine-window"
        value={window}
        onChange={choose}
        options={[{ value: '', label: said.noWindow }, ...offered]}
      />
    </>
  );
}
