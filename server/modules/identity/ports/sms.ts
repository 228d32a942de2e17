import { postSigned, type SignedPeer } from '../../../platform/index.ts';

/** 短信网关: hands one text to a phone. `reference` stays the same when the same message is handed over again. */
export type SmsGateway = {
  readonly kind: 'http' | 'simulator';
  readonly send: (message: { phone: string; text: string; reference: string }) => Promise<void>;
};

/** Simulates a gateway: nothing leaves the house, and the sign-in screen shows the code and says so. */
export function createSmsSimulator(): SmsGateway {
  return { kind: 'simulator', send: () => Promise.resolve() };
}

/** Speaks to an HTTP gateway by signed JSON; a 2xx answer means the gateway has taken the message over. */
export function createSmsHttp(peer: SignedPeer): SmsGateway {
  return {
    kind: 'http',
    async send(message) {
      await postSigned(peer, message);
    },
  };
}
