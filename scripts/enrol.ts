import { parseArgs } from 'node:util';
import { enrol } from '../server/enrol.ts';

const usage = '用法：npm run enrol -- --login 账号 --name 姓名 --role 角色 --organisation 机构id [--head]';
const { values } = parseArgs({
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    organisation: { type: 'string' },
    head: { type: 'boolean', default: false },
  },
});
const { login, name, role, organisation, head } = values;
if (login === undefined || name === undefined || role === undefined || organisation === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const enrolled = await enrol(process.env, { login, name, role, organisation, head });
    console.log(`账号 ${enrolled.login}\n密码 ${enrolled.password}\n动态码密钥 ${enrolled.totpSecret}`);
    console.log('密码和密钥只显示这一次，请当面交给本人。');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
