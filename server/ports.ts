import type { DataSources as DataSourceList, DemoPeople } from '@tongban/catalogue/author';
import { type Clock, shanghaiDay } from '@tongban/kernel';
import type { Config } from './config.ts';
import {
  createNoSources,
  createSourcesHttp,
  createSourcesSimulator,
  type DataSources,
} from './modules/cases/index.ts';
import { type CardCabinet, createCabinetHttp, createCabinetSimulator } from './modules/devices/index.ts';
import { createNetworkPrinters, createPrinterSimulator, type ReceiptPrinters } from './modules/hall/index.ts';
import {
  createRegisterHttp,
  createRegisterSimulator,
  createSmsHttp,
  createSmsSimulator,
  type IdentityPorts,
} from './modules/identity/index.ts';

/**
 * 外部系统: chooses for each port the real protocol or the simulator. A simulator serves the demo, and production only
 * where it is admitted by name (TONGBAN_SIMULATORS).
 */
export function choosePorts(config: Config, demo: DemoPeople | undefined): IdentityPorts {
  return { sms: smsFor(config), register: registerFor(config, demo) };
}

/**
 * 数据核验: the registers of other offices. Production that is connected to none works without: every check is then made
 * by hand.
 */
export function chooseDataSources(config: Config, { demo, dataSources: list }: Known, clock: Clock) {
  return { list, sources: sourcesFor(config, config.mode === 'demo' ? demo : undefined, clock) };
}
/** 自助证件柜: cabinets of finished cards at kiosks; a bureau without them hands cards over at its desks. */
export function chooseCabinet(config: Config): CardCabinet | undefined {
  if (simulates(config, 'cabinet')) return createCabinetSimulator();
  const { cabinet } = config.peers;
  return cabinet === undefined ? undefined : createCabinetHttp(cabinet);
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

function smsFor(config: Config): IdentityPorts['sms'] {
  if (simulates(config, 'sms')) return createSmsSimulator();
  return createSmsHttp(peerOf(config, 'sms'));
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

function simulates(config: Config, port: string): boolean {
  return config.mode === 'demo' || config.simulators.includes(port);
}

function peerOf(config: Config, port: 'sms' | 'register') {
  const peer = config.peers[port];
  if (peer === undefined) {
    const name = port.toUpperCase();
    throw new Error(
      `缺少 TONGBAN_${name}_URL、TONGBAN_${name}_KEY、TONGBAN_${name}_SECRET；要用模拟器，把 ${port} 写进 TONGBAN_SIMULATORS`,
    );
  }
  return peer;
}
