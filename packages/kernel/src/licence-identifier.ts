import { mod37And36 } from './check-characters.ts';

const ROOT = '1.2.156.3005.2.';

/** 电子证照标识 (GB/T 36904) in parts: type (21), issuer (≤18), serial (≤32), version (3 digits). */
export type LicenceParts = {
  readonly type: string;
  readonly issuer: string;
  readonly serial: string;
  readonly version: string;
};

export type LicenceIdentifierFault = {
  readonly ok: false;
  readonly why: 'shape' | 'check';
  readonly message: string;
};

/** Writes the identifier of a licence with its MOD 37,36 check character. */
export function licenceIdentifier({ type, issuer, serial, version }: LicenceParts): string {
  const parts = [type, issuer, serial, version];
  return `${ROOT}${parts.join('.')}.${mod37And36(parts.join(''))}`;
}

/** Reads a licence identifier back into its parts, or says what is wrong with it. */
export function checkLicenceIdentifier(
  text: string,
): ({ readonly ok: true } & LicenceParts) | LicenceIdentifierFault {
  const found =
    /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{1,18})\.([0-9A-Z]{1,32})\.(\d{3})\.([0-9A-Z])$/.exec(
      text.trim(),
    );
  if (found === null) return { ok: false, why: 'shape', message: '电子证照标识缺少部分内容，请核对' };
  const [, type = '', issuer = '', serial = '', version = '', check] = found;
  if (mod37And36(type + issuer + serial + version) !== check) {
    return { ok: false, why: 'check', message: '电子证照标识最后一位对不上，请核对' };
  }
  return { ok: true, type, issuer, serial, version };
}
