import type { DeskPayment } from '@tongban/contract';
import { useAskRefund } from './queries.ts';
import { SayDialog } from './SayDialog.tsx';
import { payWords } from './words.ts';

const said = payWords.dialog;

/** 申请退费: the first of two people says why. */
export function RefundDialog({ payment, close }: { payment: DeskPayment; close: () => void }) {
  const act = useAskRefund(payment.order);
  return (
    <SayDialog
      title={`${said.refund}：${payment.title}`}
      lead={said.refundLead}
      label={said.reason}
      send={said.sendRefund}
      close={close}
      pending={act.isPending}
      error={act.error}
      press={(say) => act.mutate(say, { onSuccess: close })}
    />
  );
}
