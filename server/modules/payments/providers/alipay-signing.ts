import { createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';

/** 支付宝 RSA2: parameters in the order of their names, joined, signed with SHA-256. */
export function signParameters(key: KeyObject, parameters: Readonly<Record<string, string>>): string {
  return createSign('RSA-SHA256')
    .update(parametersText(parameters, ['sign']))
    .sign(key, 'base64');
}

/** Whether the platform signed these parameters of a notice; there `sign_type` is left out as well. */
export function areSigned(key: KeyObject, parameters: Readonly<Record<string, string>>): boolean {
  const { sign = '', sign_type: type } = parameters;
  if (sign === '' || type !== 'RSA2') return false;
  return isTextSigned(key, parametersText(parameters, ['sign', 'sign_type']), sign);
}

export function isTextSigned(key: KeyObject, text: string, signature: string): boolean {
  return createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'base64');
}

/** The text the platform signed of a reply: the value of the reply's own name, byte by byte as it came. */
export function findSignedPart(reply: string, name: string): { text: string; sign: string } | undefined {
  const start = reply.indexOf(`"${name}":`);
  const end = reply.lastIndexOf(',"sign":"');
  if (start < 0 || end < start) return undefined;
  const text = reply.slice(start + name.length + 3, end).trim();
  const [, sign = ''] = /^,"sign":"([^"]+)"/.exec(reply.slice(end)) ?? [];
  return sign === '' ? undefined : { text, sign: sign.replaceAll('\\/', '/') };
}

/** The platform gives its key as bare base64 or as PEM. */
export function readPublicKey(text: string): KeyObject {
  return createPublicKey(
    text.includes('-----') ? text : `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`,
  );
}

/** 待签名字符串: what is filled in, in the order of its names. */
export function parametersText(
  parameters: Readonly<Record<string, string>>,
  without: readonly string[],
): string {
  return Object.keys(parameters)
    .filter((name) => !without.includes(name) && parameters[name] !== '')
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&');
}
