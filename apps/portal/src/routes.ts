import { showAccessLog } from './access/access-log.tsx';
import { showAnswers as showPublicAnswers } from './answers/answer-list.tsx';
import { showAnswer } from './answers/answer-page.tsx';
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
import { showDelivery, takeDelivery } from './delivery/delivery-page.tsx';
import { showGuide } from './guide/guide.tsx';
import { showHalls } from './halls/halls.tsx';
import { showHandOff, takeHandOff } from './hand-off/hand-off.tsx';
import { showHome } from './home/home.tsx';
import { showHotBoard } from './hotlist/hot-board.tsx';
import { showItem } from './item/item.tsx';
import { showMap } from './item/item-map.tsx';
import { showFamily, takeFamily } from './licences/family.tsx';
import { showLicences } from './licences/licences.tsx';
import { showOffline } from './licences/offline.tsx';
import { showRelatives, takeRelatives } from './licences/relatives.tsx';
import { showShowing, takeShow } from './licences/show.tsx';
import { showUses } from './licences/uses.tsx';
import { showNotNeeded } from './not-needed/not-needed.tsx';
import { showJoin, takeJoin } from './notices/join-wechat.tsx';
import { showNotices, takeRead } from './notices/notice-list.tsx';
import { showSettings, takeSettings } from './notices/notice-settings.tsx';
import { takeMail } from './notices/take-mail.ts';
import {
  showAttach,
  showReopen,
  showUrge as showUrgeOrder,
  showVerdict,
  showWithdraw as showWithdrawOrder,
  takeAttach,
  takeReopen,
  takeUrge as takeUrgeOrder,
  takeVerdict,
  takeWithdraw as takeWithdrawOrder,
} from './orders/acts.ts';
import { showAnswered, showAnsweredOrder } from './orders/answered.tsx';
import { showKinds } from './orders/choose-kind.tsx';
import { takeExit } from './orders/exit.tsx';
import { showFollow, takeFollow } from './orders/follow.tsx';
import { showOrders } from './orders/order-list.tsx';
import { showOrder } from './orders/order-page.tsx';
import { showReceipt } from './orders/receipt.tsx';
import { showAskVisit, takeAskVisit } from './orders/visit/ask.ts';
import { showWrite, takeWrite } from './orders/write.ts';
import { showPay, takePay } from './pay/pay.tsx';
import { showPayments, takeBill } from './pay/pay-list.tsx';
import { showWait as showPayWait, showPretend, takePretend } from './pay/pay-wait.tsx';
import { showRateCase, takeRateCase } from './rate/rate-case.ts';
import { showRateVisit, takeRateVisit } from './rate/rate-visit.ts';
import { showSurvey, takeSurvey } from './rate/survey.tsx';
import { showSurveys } from './rate/surveys.tsx';
import type { PageRoute } from './router.ts';
import { showItems } from './search/item-list.tsx';
import { showSearch } from './search/search.tsx';
import { showSignIn, signOut, takeSignIn } from './sign-in/sign-in.tsx';
import { showLeave, takeLeave } from './ticket/leave.tsx';
import { showTicket, takeRejoin } from './ticket/ticket.tsx';
import { showShown, takeShown } from './verify/shown.tsx';
import { showVerified, showVerify } from './verify/verify.tsx';

/** Every page of the portal. */
export const routes: readonly PageRoute[] = [
  { path: '/', get: showHome },
  { path: '/search', get: showSearch },
  { path: '/answers', get: showPublicAnswers },
  { path: '/answers/:entry', get: showAnswer },
  { path: '/hot-topics', get: showHotBoard },
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
  { path: '/t/:key/rate', get: showRateVisit, post: takeRateVisit },
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
  { path: '/cases/:case/delivery', get: showDelivery, post: takeDelivery },
  { path: '/cases/:case/withdraw', get: showWithdraw, post: takeWithdraw },
  { path: '/cases/:case/urge', get: showUrge, post: takeUrge },
  { path: '/cases/:case/rate', get: showRateCase, post: takeRateCase },
  { path: '/surveys', get: showSurveys },
  { path: '/surveys/:survey', get: showSurvey, post: takeSurvey },
  { path: '/cases/:case/correct', get: showCorrect, post: takeResubmit },
  { path: '/cases/:case/correct/:slot', get: showMended, post: takeMended },
  { path: '/pay', get: showPayments, post: takeBill },
  { path: '/pay/:order', get: showPay, post: takePay },
  { path: '/pay/:order/wait', get: showPayWait },
  { path: '/pay/:order/pretend', get: showPretend, post: takePretend },
  { path: '/answered', get: showAnswered },
  { path: '/answered/:answer', get: showAnsweredOrder },
  { path: '/orders', get: showOrders },
  { path: '/orders/new', get: showKinds },
  { path: '/orders/new/visit', get: showAskVisit, post: takeAskVisit },
  { path: '/orders/new/:kind', get: showWrite, post: takeWrite },
  { path: '/orders/receipt', get: showReceipt },
  { path: '/orders/follow', get: showFollow, post: takeFollow },
  { path: '/orders/exit', get: takeExit },
  { path: '/orders/:order', get: showOrder },
  { path: '/orders/:order/verdict', get: showVerdict, post: takeVerdict },
  { path: '/orders/:order/reopen', get: showReopen, post: takeReopen },
  { path: '/orders/:order/urge', get: showUrgeOrder, post: takeUrgeOrder },
  { path: '/orders/:order/attach', get: showAttach, post: takeAttach },
  { path: '/orders/:order/withdraw', get: showWithdrawOrder, post: takeWithdrawOrder },
  { path: '/notices', get: showNotices, post: takeRead },
  { path: '/notices/settings', get: showSettings, post: takeSettings },
  { path: '/notices/mail', get: showSettings, post: takeMail },
  { path: '/notices/wechat', get: showJoin, post: takeJoin },
  { path: '/access', get: showAccessLog },
  { path: '/not-needed', get: showNotNeeded },
  { path: '/licences', get: showLicences },
  { path: '/licences/family', get: showRelatives, post: takeRelatives },
  { path: '/licences/:licence/show', get: showShowing, post: takeShow },
  { path: '/licences/:licence/uses', get: showUses },
  { path: '/licences/:licence/offline', get: showOffline },
  { path: '/licences/:licence/family', get: showFamily, post: takeFamily },
  { path: '/s/:code', get: showShown, post: takeShown },
  { path: '/verify', get: showVerify },
  { path: '/verify/:code', get: showVerified },
];
