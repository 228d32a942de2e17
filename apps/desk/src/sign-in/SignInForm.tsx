import { Button, Form, Input } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import { type SignInFields, useSignIn } from './queries.ts';

const said = words.signIn;

/** 登录: account, password and time-based code. */
export function SignInForm() {
  const signIn = useSignIn();
  return (
    <Form<SignInFields>
      layout="vertical"
      requiredMark={false}
      validateTrigger={[]}
      onFinish={(fields) => signIn.mutate({ ...fields, login: fields.login.trim() })}
    >
      <Form.Item name="login" label={said.login} rules={[{ required: true, message: said.needLogin }]}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="password"
        label={said.password}
        rules={[{ required: true, message: said.needPassword }]}
      >
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="totp"
        label={said.totp}
        extra={said.totpHelp}
        rules={[{ required: true, pattern: /^\d{6}$/, message: said.needTotp }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="totp" />
      </Form.Item>
      <ProblemNote error={signIn.error} todo={said.again} />
      <Button
        type="primary"
        htmlType="submit"
        block
        size="large"
        loading={signIn.isPending}
        className="sign-in-go"
      >
        {said.submit}
      </Button>
    </Form>
  );
}
