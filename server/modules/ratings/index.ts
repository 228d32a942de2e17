/** 好差评: ratings of services, repair orders, praise, surveys. */
export {
  createRatingExchangeHttp,
  createRatingExchangeSimulator,
  type RatingExchange,
} from './ports/rating-exchange.ts';
export { ratingsHttp, ratingsKiosksHttp } from './routes.ts';
export { ratingsBytes } from './sealed.ts';
export { createRatings } from './service.ts';
