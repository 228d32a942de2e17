const everyMs = 2500;
const patience = 5000;

/** 等付款: looks again and again until the payment has come to an end, and then shows the page that says so. */
export function followPayment(): void {
  const timer = window.setInterval(() => void look(timer), everyMs);
  for (const button of document.querySelectorAll<HTMLElement>('[data-does="wechat-pay"]'))
    button.addEventListener('click', () => payInWechat(button.dataset.wish ?? '{}'));
}

type Bridge = { invoke: (name: string, wish: unknown, done: () => void) => void };

/** 微信内支付: hands WeChat what the house signed for it; what came of it is only ever heard from the platform. */
function payInWechat(wish: string): void {
  const { WeixinJSBridge: bridge } = window as typeof window & { WeixinJSBridge?: Bridge };
  bridge?.invoke('getBrandWCPayRequest', JSON.parse(wish), () => undefined);
}

async function look(timer: number): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  try {
    const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (fresh.querySelector('[data-does="paying"]') !== null) return;
    window.clearInterval(timer);
    location.replace(location.pathname);
  } catch {
    // Without a network the next look tries again; the page still says what to do.
  }
}
