import type { Parts } from './parts.ts';
import type { RatingMessage } from './ports/rating-exchange.ts';
import { levelOf } from './rules.ts';
import type { RatingRow, ServiceRow } from './store/tables.ts';

/** Fields of the sample that are left out, and why; nothing is put in their place. */
export const leftOut: Readonly<Record<string, string>> = {
  affairCode: '三十一位实施编码不在事项内容里',
  affairHandleItem: '含义没有读到',
  evalProcess: '代码含义没有读到',
  hallCode: '大厅的上级代码没有登记',
  projectType: '代码含义没有读到',
  remark: '没有要说明的',
  serviceName: '含义没有读到',
  serviceNumber: '含义没有读到',
  serviceTime: '含义没有读到',
  userType: '代码含义没有读到',
  workNo: '工号不出本单位',
};

type Told = { rating: RatingRow; service: ServiceRow };

/** What the city’s platform is told of a rating; fields that are not known stay away, nothing is made up. */
export async function messageOf(parts: Parts, { rating, service }: Told): Promise<RatingMessage> {
  const { rules, names } = parts;
  const channel = rules.channels.find(({ id }) => id === rating.channel);
  const said = rating.reasons.flatMap((id) => rules.reasons.find((one) => one.id === id)?.say ?? []);
  return {
    reference: rating.rating_id,
    affair: {
      ...departmentOf(parts, service),
      ...{ evalTime: timeWords(rating.rated_at), affairSerialNo: service.number },
      ...{ affairName: (await names.item(service.item)).zh, affairDoneTime: timeWords(service.ended_at) },
      ...(await placeOfService(parts, service)),
      ...(await applicationOf(parts, service)),
    },
    rating: {
      ...{ level: rating.level, levelName: levelOf(rules, rating.level)?.name ?? '' },
      ...{ channelName: channel?.name ?? '', reasons: said },
      ...(channel?.code === undefined ? {} : { channelCode: channel.code }),
    },
  };
}

function departmentOf({ offices }: Parts, { branch }: ServiceRow): Record<string, string> {
  const unit = offices.organisations().find((one) => one.branch === branch);
  return unit === undefined ? {} : { departmentCode: unit.code, departmentName: unit.name };
}

/** Where it was done and by whom, as far as it is known. */
async function placeOfService(
  { offices, identity }: Parts,
  { window_id: windowId, clerk_ids: clerks }: ServiceRow,
) {
  const window = windowId === undefined ? undefined : offices.findWindow(windowId);
  const people = await identity.persons(clerks);
  const officers = clerks.flatMap((id) => people.get(id)?.name ?? []);
  return {
    ...(window === undefined ? {} : { windowNo: String(window.number) }),
    ...(officers.length === 0 ? {} : { affairDealOfficer: officers.join('、') }),
  };
}

/** 申请人: only of cases; whoever came with a ticket stays unnamed. */
async function applicationOf(
  parts: Parts,
  { kind, city, subject_id: caseId, person_id: personId }: ServiceRow,
) {
  if (kind !== 'case') return {};
  const [story] = await parts.cases.stories([{ city, caseId }]);
  const people = await parts.identity.persons(personId === undefined ? [] : [personId]);
  const person = people.get(personId ?? '');
  return {
    ...(story === undefined ? {} : { affairApplyTime: timeWords(new Date(story.submittedAt)) }),
    ...(person === undefined ? {} : { userName: person.name }),
    ...(person?.phone === undefined ? {} : { contactPhone: person.phone }),
    // 10: 身份证, as the sample has it.
    ...(person?.citizenNumber === undefined
      ? {}
      : { certificateType: '10', certificateNo: person.citizenNumber }),
  };
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' },
});

/** 2026-03-02 09:30:00, in Shanghai. */
function timeWords(moment: Date): string {
  return shanghai.format(moment);
}
