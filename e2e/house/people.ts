import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'otplib';
import { parse } from 'yaml';

/** An invented citizen of the demo. */
export type Citizen = {
  readonly id: string;
  readonly name: string;
  readonly citizen_number: string;
  readonly phone: string;
};

type Demo = {
  readonly password: string;
  readonly totp_secret: string;
  readonly citizens: readonly Citizen[];
};

const file = join(import.meta.dirname, '..', '..', 'content', 'offices', 'demo.yaml');

/** The invented people of the demo, as content names them. */
export const demo = parse(readFileSync(file, 'utf8')) as Demo;

/** One invented citizen by their short name. */
export function citizen(id: string): Citizen {
  const found = demo.citizens.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no demo citizen ${id}`);
  return found;
}

/** The code a staff phone shows now, or showed some seconds ago; each counts once. */
export function totpNow(secondsAgo = 0): Promise<string> {
  return generate({ secret: demo.totp_secret, epoch: Math.floor(Date.now() / 1000) - secondsAgo });
}
