/** 大厅: tickets, calls, windows, and what a hall knows of itself now. */

export { visitEnded } from './events.ts';
export {
  createNetworkPrinters,
  createPrinterSimulator,
  type ReceiptPrinters,
} from './ports/receipt-printers.ts';
export { hallHttp } from './routes.ts';
export { hallBytes } from './sealed.ts';
export { createHall, type Hall } from './service.ts';
export type { Visit } from './visits.ts';
