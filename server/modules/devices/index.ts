/** 设备: second screens paired with windows, and the devices of a clerk's window. */
export { devicesHttp } from './routes.ts';
export { devicesBytes } from './sealed.ts';
export { createDevices } from './service.ts';
export { windowHttp } from './window.ts';
