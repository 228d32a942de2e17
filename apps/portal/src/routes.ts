import { showAccessLog } from './access/access-log.tsx';
import { showAnswers, showDraftGuide, takeAnswers } from './apply/answers.tsx';
import { showBegin, takeBegin } from './apply/begin.tsx';
import { showCheck, takeCheck } from './apply/check.tsx';
import { showForm, showFormPage, takeFormPage } from './apply/form-page.tsx';
import { showMaterial, takeMaterial } from './apply/material.tsx';
import { showMaterials } from './apply/materials.tsx';
import { showDiscard, showTasks, takeDiscard } from './apply/task-list.tsx';
import { showUndertaking, takeUndertaking } from './apply/undertaking.tsx';
import { showDays } from './book/choose-day.tsx';
import { showBookableHalls } from './book/choose-hall.tsx';
import { showTimes, takeTime } from './book/choose-time.ts';
import { showMatters } from './book/matters.tsx';
import { showWait, takeWait } from './book/waiting-list.tsx';
import { endWish, showBookings } from './bookings/booking-list.tsx';
import { showBooking, takeConfirm } from './bookings/booking-page.ts';
import { showCancel, takeCancel } from './bookings/cancel.tsx';
import { showCheckIn, takeCheckIn } from './bookings/check-in.tsx';
import { showMove, takeMove } from './bookings/move.tsx';
import { showCases } from './cases/case-list.tsx';
import { showCase } from './cases/case-page.tsx';
import { showDone } from './cases/done.tsx';
import { showUrge, takeUrge } from './cases/urge.tsx';
import { showWithdraw, takeWithdraw } from './cases/withdraw.tsx';
import { showChecklist } from './checklist/checklist.tsx';
import { chooseCity, showCities } from './city/city.tsx';
import { showCorrect, showMended, takeMended, takeResubmit } from './correct/correct.tsx';
import { showGuide } from './guide/guide.tsx';
import { showHalls } from './halls/halls.tsx';
import { showHandOff, takeHandOff } from './hand-off/hand-off.tsx';
import { showHome } from './home/home.tsx';
import { showItem } from './item/item.tsx';
import { showMap } from './item/item-map.tsx';
import { showLicences } from './licences/licences.tsx';
import { showNotNeeded } from './not-needed/not-needed.tsx';
import type { PageRoute } from './router.ts';
import { showItems } from './search/item-list.tsx';
import { showSearch } from './search/search.tsx';
import { showSignIn, signOut, takeSignIn } from './sign-in/sign-in.tsx';
import { showLeave, takeLeave } from './ticket/leave.tsx';
import { showTicket, takeRejoin } from './ticket/ticket.tsx';
import { showVerified, showVerify } from './verify/verify.tsx';

/** Every page of the portal. */
export const routes: readonly PageRoute[] = [
  { path: '/', get: showHome },
  { path: '/search', get: showSearch },
  { path: '/city', get: showCities, post: chooseCity },
  { path: '/halls', get: showHalls },
  { path: '/items', get: showItems },
  { path: '/items/:item', get: showItem },
  { path: '/items/:item/map', get: showMap },
  { path: '/items/:item/guide', get: showGuide },
  { path: '/items/:item/checklist', get: showChecklist },
  { path: '/items/:item/begin', get: showBegin, post: takeBegin },
  { path: '/items/:item/book', get: showBookableHalls },
  { path: '/items/:item/book/:hall', get: showDays },
  { path: '/items/:item/book/:hall/wait', get: showWait, post: takeWait },
  { path: '/items/:item/book/:hall/:day', get: showTimes, post: takeTime },
  { path: '/book', get: showMatters },
  { path: '/bookings', get: showBookings },
  { path: '/bookings/:booking', get: showBooking, post: takeConfirm },
  { path: '/bookings/:booking/move', get: showMove, post: takeMove },
  { path: '/bookings/:booking/cancel', get: showCancel, post: takeCancel },
  { path: '/bookings/:booking/check-in', get: showCheckIn, post: takeCheckIn },
  { path: '/wishes/:wish/end', post: endWish },
  { path: '/t/:key', get: showTicket },
  { path: '/t/:key/leave', get: showLeave, post: takeLeave },
  { path: '/t/:key/rejoin', post: takeRejoin },
  { path: '/hand-off/:handOff', get: showHandOff, post: takeHandOff },
  { path: '/sign-in', get: showSignIn, post: takeSignIn },
  { path: '/sign-out', post: signOut },
  { path: '/apply/:draft', get: showTasks },
  { path: '/apply/:draft/discard', get: showDiscard, post: takeDiscard },
  { path: '/apply/:draft/guide', get: showDraftGuide },
  { path: '/apply/:draft/answers', get: showAnswers, post: takeAnswers },
  { path: '/apply/:draft/form', get: showForm },
  { path: '/apply/:draft/form/:page', get: showFormPage, post: takeFormPage },
  { path: '/apply/:draft/materials', get: showMaterials },
  { path: '/apply/:draft/materials/:slot', get: showMaterial, post: takeMaterial },
  { path: '/apply/:draft/materials/:slot/promise', get: showUndertaking, post: takeUndertaking },
  { path: '/apply/:draft/check', get: showCheck, post: takeCheck },
  { path: '/cases', get: showCases },
  { path: '/cases/:case', get: showCase },
  { path: '/cases/:case/done', get: showDone },
  { path: '/cases/:case/withdraw', get: showWithdraw, post: takeWithdraw },
  { path: '/cases/:case/urge', get: showUrge, post: takeUrge },
  { path: '/cases/:case/correct', get: showCorrect, post: takeResubmit },
  { path: '/cases/:case/correct/:slot', get: showMended, post: takeMended },
  { path: '/access', get: showAccessLog },
  { path: '/not-needed', get: showNotNeeded },
  { path: '/licences', get: showLicences },
  { path: '/verify', get: showVerify },
  { path: '/verify/:code', get: showVerified },
];
