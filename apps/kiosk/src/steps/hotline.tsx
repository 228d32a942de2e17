/** @jsxImportSource preact */
import { useKiosk } from '../journey/kiosk.ts';
import { Page } from '../parts/page.tsx';
import { Qr } from '../parts/qr.tsx';

/** 一号响应: a text is hard to type at a machine, so it is written on the person’s own phone, or said on the telephone. */
export function Hotline() {
  const { said, start } = useKiosk();
  const { title, urgent, steps, call } = said.hotline;
  const { origin } = new URL(start.ticketUrl);
  const phone = start.hotline ?? start.phone;
  return (
    <Page title={title}>
      <p class="urgent">{urgent}</p>
      <div class="apply apply--hotline">
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Qr text={`${origin}/orders/new`} label={title} />
      </div>
      {phone !== '' && (
        <p class="to-call">
          <span>{call}</span>
          <strong>{phone}</strong>
        </p>
      )}
    </Page>
  );
}
