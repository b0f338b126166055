import type { Request, RequestHandler } from 'express';
import type { Metrics } from './metrics';

/** What no route took: files of the web application, and addresses that are none. */
const NO_ROUTE = 'other';

const routeOf = ({ route }: Request): string => (route as { readonly path?: string } | undefined)?.path ?? NO_ROUTE;

/** Times every request, by the route that answered it: addresses with their ids would be as many figures as there are records. */
export const measured = (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      metrics.answered({ method: request.method, route: routeOf(request), status: response.statusCode }, (performance.now() - start) / 1000);
    });
    next();
  };
