import { Button, Modal } from 'antd';
import { useExpired } from '../api/expiry.ts';
import { words } from '../words.ts';
import { useSignOut } from './queries.ts';
import { SignInForm } from './SignInForm.tsx';

/** Stands over the page when the session ran out; what was typed stays behind it. */
export function SignInDialog() {
  const expired = useExpired();
  const leave = useSignOut();
  return (
    <Modal
      open={expired}
      title={words.signIn.expired}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      width={400}
      zIndex={2000}
      destroyOnHidden
    >
      <p className="sign-in-again">{words.signIn.expiredHelp}</p>
      <SignInForm />
      <Button type="link" block onClick={() => leave.mutate()}>
        {words.signIn.leave}
      </Button>
    </Modal>
  );
}
