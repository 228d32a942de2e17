import type { Answered, NewTicket, Raw, visitsRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asCaller, type Tx } from '../../platform/index.ts';
import type { CardCabinet } from './kiosk-cabinet.ts';
import { placeOf, type VisitDeps, type Visitor } from './kiosk-visit.ts';

type Wish = { item: string; key: string } | { booking: string };
type Released = Answered<typeof visitsRoutes.pickUp>;
type Compared = { case: string; fingerprint: string };

/** 自助办理: what somebody known at a kiosk does there. */
export function createVisitActs(deps: VisitDeps) {
  const { bookings, hall, cases, items } = deps;
  return {
    /** Takes a number as the person, or checks in for a booking of theirs. */
    async takeAs(tx: Tx, { device, citizen }: Visitor, wish: Wish): Promise<NewTicket> {
      const { personId } = citizen;
      if ('booking' in wish) {
        const mine = await asCaller(citizen, () => bookings.list(citizen, {}));
        const booking = mine.bookings.find((one) => one.booking === wish.booking);
        if (booking?.hall !== device.hall || !booking.may.checkIn) throw notNow();
        return hall.checkIn(tx, wish.booking, device.hall);
      }
      await items.refuseUnless(device.hall, wish.item);
      const priority = await asCaller(citizen, () => bookings.priorityOf(personId));
      return hall.take(tx, {
        ...{ hall: device.hall, item: wish.item, key: wish.key, personId },
        ...(priority === undefined ? {} : { priority }),
      });
    },
    async print({ citizen }: Visitor, document: string): Promise<Raw> {
      const { bytes } = await asCaller(citizen, () => cases.selfService.paper(citizen, document));
      return { contentType: 'application/pdf', body: bytes };
    },
    match: (who: Visitor, asked: Compared): Promise<string | undefined> => match(deps, who, asked),
    /** Records the hand-over and opens the slot last, so that nothing is recorded of a card that stays inside. */
    async pickUp(tx: Tx, { device, citizen }: Visitor, taken: Permitted): Promise<Released> {
      const cabinet = cabinetOf(deps);
      await cases.selfService.release(tx, {
        ...{ personId: citizen.personId, number: taken.case, place: placeOf(deps, device) },
      });
      const slot = await cabinet.open({ device: device.device_id, ...taken }).catch(refuseAway);
      return { released: true, slot, says: `${slot} 号柜门开了，取走证件后关上门` };
    },
  };
}
type Permitted = { case: string; permit: string };

async function match(deps: VisitDeps, { device, citizen }: Visitor, asked: Compared) {
  const cabinet = cabinetOf(deps);
  const { identity, cases } = deps;
  const { citizenNumber = '' } = await asCaller(citizen, () => identity.person(citizen.personId));
  const { waiting } = await asCaller(citizen, () => cases.selfService.shown(citizen));
  if (!waiting.some((one) => one.case === asked.case))
    throw new Problem('cases.taken', 'conflict', '这件结果已经领走，或还没有做好');
  return cabinet.match({ device: device.device_id, citizenNumber, ...asked }).catch(refuseAway);
}

function cabinetOf({ cabinet }: VisitDeps): CardCabinet {
  if (cabinet !== undefined) return cabinet;
  throw new Problem('kiosk.no-cabinet', 'conflict', '这台机器没有证件柜。到出件窗口领取');
}

function refuseAway(): never {
  throw new Problem('kiosk.cabinet-away', 'unavailable', '证件柜没有回应，证件还在柜里。到出件窗口领取');
}

function notNow(): Problem {
  return new Problem('kiosk.booking', 'conflict', '这个预约现在不能在这里签到');
}
