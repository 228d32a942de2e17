import 'virtual:tokens.css';
import '@tongban/ui/styles/base.css';
import '@tongban/ui/styles/frame.css';
import '@tongban/ui/styles/form.css';
import '@tongban/ui/styles/parts.css';
import '@tongban/ui/styles/lists.css';
import '@tongban/ui/styles/hall.css';
import '@tongban/ui/styles/tasks.css';
import '@tongban/ui/styles/cards.css';
import '../notices/notices.css';
import '../orders/orders.css';
import '../rate/rate.css';
import { offerCopy, offerPrint } from './offer.ts';
import { guardOnce } from './once.ts';

/** Every page works as it came; what follows only makes it smoother. */
const parts = (does: string) => document.querySelectorAll<HTMLElement>(`[data-does="${does}"]`);

for (const summary of parts('focus')) summary.focus();
for (const button of parts('print')) offerPrint(button);
for (const button of parts('copy')) offerCopy(button);
for (const form of parts('once')) if (form instanceof HTMLFormElement) guardOnce(form);
for (const form of parts('save')) {
  if (form instanceof HTMLFormElement) void import('./save.ts').then(({ saveAsTyped }) => saveAsTyped(form));
}
for (const form of parts('upload')) {
  if (form instanceof HTMLFormElement)
    void import('./upload.ts').then(({ sendInParts }) => sendInParts(form));
}
for (const form of parts('keep')) {
  if (form instanceof HTMLFormElement) void import('./keep.ts').then(({ keepTyped }) => keepTyped(form));
}
for (const link of parts('exit')) {
  if (link instanceof HTMLAnchorElement)
    void import('./keep.ts').then(({ leaveAtOnce }) => leaveAtOnce(link));
}
for (const button of parts('near')) void import('./near.ts').then(({ offerNear }) => offerNear(button));
if (parts('wallet').length > 0) void import('./offline.ts').then(({ keepOffline }) => keepOffline());
if (parts('show').length > 0) void import('./show.ts').then(({ renewShow }) => renewShow());
for (const part of parts('left')) void import('./left.ts').then(({ countDown }) => countDown(part));
for (const form of parts('hand-off')) {
  if (form instanceof HTMLFormElement)
    void import('./hand-off.ts').then(({ carrySecret }) => carrySecret(form));
}
if (parts('ticket').length > 0) void import('./ticket.ts').then(({ followTicket }) => followTicket());
if (parts('paying').length > 0) void import('./paying.ts').then(({ followPayment }) => followPayment());
const { until } = document.body.dataset;
// Nobody is signed in any more: nothing of a person stays on the device.
if (until === undefined && 'caches' in window) void caches.delete('tongban-card');
if (until !== undefined) void import('./timeout.ts').then(({ warnBefore }) => warnBefore(until));
