/** 设备: second screens paired with windows, the devices of a clerk's window, and the machines of a hall. */
export { type CardCabinet, createCabinetHttp, createCabinetSimulator } from './kiosk-cabinet.ts';
export { type Machines, machinesHttp } from './machines.ts';
export { devicesHttp } from './routes.ts';
export { devicesBytes } from './sealed.ts';
export { createDevices, type Devices } from './service.ts';
export { readerOf, windowHttp } from './window.ts';
