import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const NONCE = 'cspNonce';

/** The word under which the page of this very answer may put styles into itself. */
export const nonceOf = (response: Response): string => String(response.locals[NONCE]);

function makeNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals[NONCE] = randomBytes(16).toString('base64');
  next();
}

const SELF = "'self'";
const NOTHING = "'none'";

/**
 * Everything comes from this server; nothing inline but styles with the nonce of the answer. No `upgrade-insecure-requests`: an
 * installation on plain http in an office network has nothing to upgrade to.
 */
const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [SELF],
      scriptSrc: [SELF],
      scriptSrcAttr: [NOTHING],
      styleSrc: [SELF, (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      imgSrc: [SELF, 'data:', 'blob:'],
      fontSrc: [SELF],
      connectSrc: [SELF],
      workerSrc: [SELF],
      manifestSrc: [SELF],
      objectSrc: [NOTHING],
      baseUri: [SELF],
      formAction: [SELF],
      frameSrc: [NOTHING],
      frameAncestors: [NOTHING],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});

export const securityHeaders: readonly RequestHandler[] = [makeNonce, policy as RequestHandler];
