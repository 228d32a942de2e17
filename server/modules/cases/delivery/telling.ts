import type { Platform } from '../../../platform/index.ts';
import { parcelFacts } from '../../deliveries/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { CaseDelivering } from './service.ts';

type Deps = Pick<Platform, 'outbox'> & {
  notices: Pick<Notices, 'tell'>;
  delivering: Pick<CaseDelivering, 'titleOf'>;
};

/** 寄递通知: the applicant hears when a result was sent, arrived, came back or was lost, and what follows. */
export function tellOfParcels({ outbox, notices, delivering }: Deps): void {
  outbox.subscribe({
    name: 'cases.tell-of-parcels',
    on: parcelFacts,
    handle: async (tx, { type, data }) => {
      const title = await delivering.titleOf(data.about);
      const event = textOf(type, data);
      if (title === undefined || event === undefined) return;
      const { number, item } = title;
      const waybill = 'waybill' in data ? { waybill: data.waybill } : {};
      await notices.tell(tx, {
        ...{ personId: data.personId, event, about: data.about, caseNumber: number },
        facts: { number, item, ...waybill },
      });
    },
  });
}

type Told = { readonly purpose: string; readonly remedy?: string };

/** Under which text it is told; of originals only that they have arrived. */
function textOf(type: string, { purpose, remedy }: Told): string | undefined {
  if (purpose === 'originals')
    return type === 'deliveries.delivered' ? 'deliveries.originals-arrived' : undefined;
  if (remedy === undefined) return type;
  return remedy === 'reissue' ? 'deliveries.reissued' : 'deliveries.compensated';
}
