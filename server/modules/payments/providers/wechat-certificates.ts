import { type KeyObject, X509Certificate } from 'node:crypto';
import { type Sealed, unseal } from './wechat-signing.ts';

/** 平台证书: the keys the platform signs with, by serial number. */
type Kept = { readonly key: KeyObject; readonly from: Date; readonly to: Date };
type Listed = { readonly serial_no: string; readonly encrypt_certificate: Sealed };

const pauseMs = 60_000;

/** Keeps the platform's certificates; an unknown serial makes them be fetched anew, at most once a minute. */
export function createCertificates(deps: {
  readonly clock: () => Date;
  readonly secret: string;
  /** Keys somebody has set by hand; they are not fetched and do not run out. */
  readonly given: ReadonlyMap<string, KeyObject>;
  readonly fetchList: () => Promise<string>;
}) {
  let kept = new Map<string, Kept>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const renew = async () => {
    const { data } = JSON.parse(await deps.fetchList()) as { data: Listed[] };
    kept = new Map(data.map((one) => [one.serial_no, open(unseal(deps.secret, one.encrypt_certificate))]));
  };
  const find = (serial: string): KeyObject | undefined => {
    const one = kept.get(serial);
    const now = deps.clock();
    return one !== undefined && one.from <= now && now < one.to ? one.key : undefined;
  };
  return {
    /** The key of a certificate that is in force; undefined for any other. */
    async key(serial: string): Promise<KeyObject | undefined> {
      const known = deps.given.get(serial) ?? find(serial);
      const now = deps.clock().getTime();
      if (known !== undefined || serial === '' || now - fetchedAt < pauseMs) return known;
      fetchedAt = now;
      await renew();
      return find(serial);
    },
  };
}

function open(pem: string): Kept {
  const certificate = new X509Certificate(pem);
  return {
    key: certificate.publicKey,
    from: new Date(certificate.validFrom),
    to: new Date(certificate.validTo),
  };
}
