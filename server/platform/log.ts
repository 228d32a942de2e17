import { maskCitizenNumber, maskPhone } from '@tongban/kernel';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

const citizenNumber = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const phone = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

/** 日志: one line of JSON per happening; personal numbers never pass, whoever wrote the line. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    hooks: { streamWrite: maskNumbers },
    serializers: { err: tellError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Where the demo writes its log, so that the screen stays readable. */
export function logFile(file: string): DestinationStream {
  return pino.destination({ dest: file, mkdir: true, sync: true });
}

/** An error as its name, words and place; what hangs on it (connections, rows) stays out. */
function tellError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: tellError(error.cause) };
  return { name: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}

/** Hides every identity number and mobile phone number in a text. */
export function maskNumbers(text: string): string {
  return text.replace(citizenNumber, maskCitizenNumber).replace(phone, maskPhone);
}
