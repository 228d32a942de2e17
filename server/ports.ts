import type { DataSources as DataSourceList, DemoPeople } from '@tongban/catalogue/author';
import { type Clock, shanghaiDay } from '@tongban/kernel';
import type { Config } from './config.ts';
import {
  createNoSources,
  createSourcesHttp,
  createSourcesSimulator,
  type DataSources,
} from './modules/cases/index.ts';
import { type Courier, createCourierHttp, createCourierSimulator } from './modules/deliveries/index.ts';
import { type CardCabinet, createCabinetHttp, createCabinetSimulator } from './modules/devices/index.ts';
import { createNetworkPrinters, createPrinterSimulator, type ReceiptPrinters } from './modules/hall/index.ts';
import {
  createTelephoneHttp,
  createTelephoneSimulator,
  type TelephoneSystem,
} from './modules/hotline/index.ts';
import { createRegisterHttp, createRegisterSimulator, type IdentityPorts } from './modules/identity/index.ts';
import { createFeedHttp, type FeedPeer } from './modules/insight/index.ts';
import {
  createRatingExchangeHttp,
  createRatingExchangeSimulator,
  type RatingExchange,
} from './modules/ratings/index.ts';

/**
 * 外部系统: chooses for each port the real protocol or the simulator. A simulator serves the demo, and production only
 * where it is admitted by name (TONGBAN_SIMULATORS).
 */
export function choosePorts(config: Config, demo: DemoPeople | undefined): Pick<IdentityPorts, 'register'> {
  return { register: registerFor(config, demo) };
}

/**
 * 数据核验: the registers of other offices. Production that is connected to none works without: every check is then made
 * by hand.
 */
export function chooseDataSources(config: Config, { demo, dataSources: list }: Known, clock: Clock) {
  return { list, sources: sourcesFor(config, config.mode === 'demo' ? demo : undefined, clock) };
}
/** 快递: a bureau that is connected to none sends by hand, and the clerk types the waybill. */
export function chooseCourier(config: Config, clock: Clock): Courier | undefined {
  if (simulates(config, 'courier')) return createCourierSimulator(clock);
  const { courier } = config.peers;
  return courier === undefined ? undefined : createCourierHttp(courier, clock);
}

/** 自助证件柜: cabinets of finished cards at kiosks; a bureau without them hands cards over at its desks. */
export function chooseCabinet(config: Config): CardCabinet | undefined {
  if (simulates(config, 'cabinet')) return createCabinetSimulator();
  const { cabinet } = config.peers;
  return cabinet === undefined ? undefined : createCabinetHttp(cabinet);
}

/** 评价推送: the rating platform of the city; a bureau that has none keeps its ratings to itself. */
export function chooseRatingExchange(config: Config): RatingExchange | undefined {
  if (simulates(config, 'ratings')) return createRatingExchangeSimulator();
  const { ratings } = config.peers;
  return ratings === undefined ? undefined : createRatingExchangeHttp(ratings);
}

/** 话务系统: which call rings at whose place; a bureau without one takes orders without a screen-pop. */
export function chooseTelephone(config: Config, clock: Clock): TelephoneSystem | undefined {
  if (simulates(config, 'telephone')) return createTelephoneSimulator();
  const { telephone } = config.peers;
  return telephone === undefined ? undefined : createTelephoneHttp(telephone, clock);
}

/** 舆情系统: whoever watches opinion outside and is told of orders; a bureau without one has files alone. */
export function chooseFeedPeer({ peers: { insight } }: Config): FeedPeer | undefined {
  return insight === undefined ? undefined : createFeedHttp(insight);
}

/** 小票机: the receipt printers of the halls; where an operator has named them, they print in the demo too. */
export function chooseReceiptPrinters({ mode, receiptPrinters }: Config): ReceiptPrinters {
  const simulated = mode === 'demo' && receiptPrinters.size === 0;
  return simulated ? createPrinterSimulator() : createNetworkPrinters(receiptPrinters);
}

type Known = { readonly demo?: DemoPeople; readonly dataSources: DataSourceList };

function sourcesFor(config: Config, demo: DemoPeople | undefined, clock: Clock): DataSources {
  if (simulates(config, 'checks')) {
    return createSourcesSimulator((demo?.citizens ?? []).map(recordOf), () => shanghaiDay(clock()));
  }
  const { checks } = config.peers;
  return checks === undefined ? createNoSources() : createSourcesHttp(checks);
}

function recordOf({ name, citizen_number: citizenNumber, licences }: DemoPeople['citizens'][number]) {
  return {
    ...{ name, citizenNumber },
    licences: licences.map(({ type, number, issued_on: issuedOn, valid_until: validUntil }) => ({
      ...{ type, number, issuedOn },
      ...(validUntil === undefined ? {} : { validUntil }),
    })),
  };
}

function registerFor(config: Config, demo: DemoPeople | undefined): IdentityPorts['register'] {
  if (!simulates(config, 'register')) return createRegisterHttp(peerOf(config, 'register'));
  const citizens = (demo?.citizens ?? []).map((citizen) => ({
    name: citizen.name,
    citizenNumber: citizen.citizen_number,
    division: citizen.division,
  }));
  const staff = (demo?.staff ?? []).flatMap(({ name, citizen_number: citizenNumber }) =>
    citizenNumber === undefined ? [] : [{ name, citizenNumber }],
  );
  return createRegisterSimulator([...citizens, ...staff]);
}

/** Whether a port is simulated: in the demo, and where an operator admits it by name. */
export function simulates(config: Config, port: string): boolean {
  return config.mode === 'demo' || config.simulators.includes(port);
}

/** A system that production cannot do without; says what to set where it is missing. */
export function peerOf(config: Config, port: 'sms' | 'register') {
  const peer = config.peers[port];
  if (peer === undefined) {
    const name = port.toUpperCase();
    throw new Error(
      `缺少 TONGBAN_${name}_URL、TONGBAN_${name}_KEY、TONGBAN_${name}_SECRET；要用模拟器，把 ${port} 写进 TONGBAN_SIMULATORS`,
    );
  }
  return peer;
}
