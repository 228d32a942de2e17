/**
 * 验证码短信: hands a one-time code to a phone, once. Throws where surely nobody has taken it over; after a silence the code
 * may still arrive, and then it must work.
 */
export type SmsGateway = {
  readonly kind: 'http' | 'simulator';
  readonly send: (message: { phone: string; code: string; minutes: number }) => Promise<void>;
};

/** Simulates a gateway: nothing leaves the house, and the sign-in screen shows the code and says so. */
export function createSmsSimulator(): SmsGateway {
  return { kind: 'simulator', send: () => Promise.resolve() };
}
