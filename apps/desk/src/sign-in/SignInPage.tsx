import { words } from '../words.ts';
import { SignInForm } from './SignInForm.tsx';

/** The first page of the desk. */
export function SignInPage() {
  return (
    <div className="sign-in">
      <header className="top">
        <span className="brand">
          <strong>{words.app.name}</strong>
          <span>{words.app.desk}</span>
        </span>
      </header>
      <main id="main" className="sign-in-card">
        <h1>{words.signIn.title}</h1>
        <SignInForm />
      </main>
    </div>
  );
}
