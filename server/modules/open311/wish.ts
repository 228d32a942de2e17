import { Problem } from '@tongban/kernel';
import { filled, type Given, within } from './fields.ts';

/** 地点: where it is, in one of the three ways of the specification. */
type Place = {
  readonly address?: string;
  readonly addressId?: string;
  readonly lat?: number;
  readonly long?: number;
};
/** 转来的内容: what somebody wrote elsewhere, and who they are as long as it waits for its number. */
export type Written = Place & { readonly description: string; readonly media?: string };
export type Asker = { readonly name?: string; readonly phone?: string };

const mostWords = 4000;
const mostTitle = 60;

/** Reads where it is and what it is about. */
export function readWritten(given: Given, fallback: string): Written {
  const media = readMedia(within(given, 'media_url', 500));
  return {
    ...readPlace(given),
    description: within(given, 'description', mostWords) ?? fallback,
    ...(media === undefined ? {} : { media }),
  };
}

function readPlace(given: Given): Place {
  const [address, addressId] = [within(given, 'address_string', 300), within(given, 'address_id', 100)];
  const point = readPoint(filled(given, 'lat'), filled(given, 'long'));
  if (address === undefined && addressId === undefined && point === undefined)
    throw new Problem('open311.place', 'invalid', '写上地点：lat 和 long，或 address_string，或 address_id');
  return {
    ...(address === undefined ? {} : { address }),
    ...(addressId === undefined ? {} : { addressId }),
    ...point,
  };
}

function readPoint(lat: string | undefined, long: string | undefined) {
  if (lat === undefined && long === undefined) return undefined;
  const [north, east] = [degrees(lat, 90), degrees(long, 180)];
  if (north === undefined || east === undefined)
    throw new Problem('open311.point', 'invalid', 'lat 和 long 要一起写，是十进制的度数');
  return { lat: north, long: east };
}

function degrees(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^-?\d{1,3}(\.\d{1,15})?$/.test(text)) return undefined;
  const read = Number(text);
  return Math.abs(read) <= most ? read : undefined;
}

/** The address of a picture is kept and never fetched. */
function readMedia(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isWeb = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  if (!isWeb) throw new Problem('open311.media', 'invalid', 'media_url 要是 http 或 https 网址');
  return text;
}

/** Who asked, as far as the other system says; a name is written as names are here. */
export function readAsker(given: Given): Asker {
  const name = nameOf(within(given, 'first_name', 60), within(given, 'last_name', 60));
  const phone = filled(given, 'phone')?.replaceAll(/[ -]/g, '');
  if (phone !== undefined && !/^\+?\d{5,20}$/.test(phone))
    throw new Problem('open311.phone', 'invalid', 'phone 只写数字');
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
}

function nameOf(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return last ?? first;
  return /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`;
}

/** What the order says, of what was written elsewhere and by which way it came. */
export function orderText(written: Written, from: { unit: string; service: string }): string {
  const { address, addressId, lat, long, media, description } = written;
  const point = lat === undefined || long === undefined ? [] : [`${lat}, ${long}`];
  const places = [
    ...(address === undefined ? [] : [address]),
    ...(addressId === undefined ? [] : [`地址编号 ${addressId}`]),
    ...point,
  ];
  return [
    ...[description, '', `地点：${places.join('；')}`],
    ...(media === undefined ? [] : [`附件网址：${media}`]),
    `类型：${from.service}。由“${from.unit}”从开放接口转来。`,
  ].join('\n');
}

export function orderTitle(service: string, { description }: Written): string {
  const line = description.split('\n', 1)[0] ?? '';
  const whole = Array.from(line === service ? service : `${service}：${line}`);
  return whole.length <= mostTitle ? whole.join('') : `${whole.slice(0, mostTitle - 1).join('')}…`;
}
