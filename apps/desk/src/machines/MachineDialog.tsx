import type { DeviceRow } from '@tongban/contract';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useMachineAct } from './queries.ts';
import { machineWords as said } from './words.ts';

type Props = { row: DeviceRow; act: 'wipe' | 'remove'; close: () => void };

/** Asks once more before a machine forgets everything, or leaves the fleet. */
export function MachineDialog({ row: { device, name }, act, close }: Props) {
  const doing = useMachineAct();
  const wipes = act === 'wipe';
  return (
    <SendDialog
      title={wipes ? said.wipeTitle(name) : said.removeTitle(name)}
      send={wipes ? said.wipeSend : said.removeSend}
      press={() => doing.mutate({ device, act }, { onSuccess: close })}
      close={close}
      pending={doing.isPending}
      error={doing.error}
      danger
    >
      <p>{wipes ? said.wipeLead : said.removeLead}</p>
    </SendDialog>
  );
}
