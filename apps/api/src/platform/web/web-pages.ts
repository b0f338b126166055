import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { keptFor } from './kept-for';
import { packedFiles } from './packed-files';
import { nonceOf } from './security-headers';

const SERVER_PATHS = /^\/(api|health|metrics)(\/|$)/;
const ROOT_ELEMENT = /<par-root(?![^>]*ngCspNonce)/;

const PAGE = '/index.html';

/** Whether somebody opens an address in a browser, and no script or picture is fetched. Codes of criteria have dots, as names of files have. */
function isVisit({ method, path, headers }: Request): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  const wantsPage = headers.accept?.includes('text/html') ?? false;
  return reads && !SERVER_PATHS.test(path) && (wantsPage || extname(path) === '');
}

/** The page that starts the web application, allowed to add styles to itself. */
export const pageWithNonce = (page: string, nonce: string): string => page.replace(ROOT_ELEMENT, `<par-root ngCspNonce="${nonce}"`);

/** The built web application: its files as they are, and its one page at every address that is no file and not the server's. */
export function webPages(folder: string): readonly RequestHandler[] {
  const page = readFileSync(join(folder, PAGE), 'utf8');
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => response.setHeader('Cache-Control', keptFor(basename(path))),
  });
  const sendPage = (response: Response): void => {
    response.set({ 'Cache-Control': 'no-cache', 'Content-Type': 'text/html; charset=utf-8' }).send(pageWithNonce(page, nonceOf(response)));
  };
  const pageItself = (request: Request, response: Response, next: NextFunction): void => (request.path === PAGE ? sendPage(response) : next());
  const visits = (request: Request, response: Response, next: NextFunction): void => (isVisit(request) ? sendPage(response) : next());
  return [pageItself, packedFiles(folder, [PAGE]), files, visits];
}
