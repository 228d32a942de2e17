import type { DemoPeople } from '@tongban/catalogue/author';
import type { Config } from './config.ts';
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

function smsFor(config: Config): IdentityPorts['sms'] {
  if (simulates(config, 'sms')) return createSmsSimulator();
  return createSmsHttp(peerOf(config, 'sms'));
}

function registerFor(config: Config, demo: DemoPeople | undefined): IdentityPorts['register'] {
  if (!simulates(config, 'register')) return createRegisterHttp(peerOf(config, 'register'));
  const people = (demo?.citizens ?? []).map((citizen) => ({
    name: citizen.name,
    citizenNumber: citizen.citizen_number,
    division: citizen.division,
  }));
  return createRegisterSimulator(people);
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
