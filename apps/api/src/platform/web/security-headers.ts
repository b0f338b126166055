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
      frameSrc: [SELF],
      frameAncestors: [NOTHING],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});

/** Where the frame lies that shows Word and Excel files. The page sandboxes it, so that it has no origin: its own files are of another one to it. */
const OFFICE_VIEW = /^\/office-view\//;

/**
 * What is drawn from a file may look as it likes and reach nothing: no connection, no picture or font from anywhere but the file itself, no frame,
 * no form. `allow-scripts` alone, also where somebody opens the address by itself.
 */
const officePolicy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [NOTHING],
      scriptSrc: [SELF],
      scriptSrcAttr: [NOTHING],
      styleSrc: [SELF, "'unsafe-inline'"],
      imgSrc: ['data:'],
      fontSrc: ['data:'],
      connectSrc: [NOTHING],
      baseUri: [NOTHING],
      formAction: [NOTHING],
      frameAncestors: [SELF],
      sandbox: ['allow-scripts'],
    },
  },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  originAgentCluster: false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'sameorigin' },
});

const headers: RequestHandler = (request, response, next) => void (OFFICE_VIEW.test(request.path) ? officePolicy : policy)(request, response, next);

export const securityHeaders: readonly RequestHandler[] = [makeNonce, headers];
