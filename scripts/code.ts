import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'otplib';
import { parse } from 'yaml';

// 演示动态码: the code that an authenticator would show now for the demo staff.
const demo = parse(readFileSync(join(import.meta.dirname, '..', 'content', 'offices', 'demo.yaml'), 'utf8'));
const left = 30 - (Math.floor(Date.now() / 1000) % 30);
console.log(`${await generate({ secret: demo.totp_secret })}  （${left} 秒内有效 · valid for ${left} s）`);
