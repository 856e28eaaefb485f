import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { styleNonceOf } from './security-headers.middleware';

/** What is not a page of the admin app, in whatever case, as the router takes it; an asset that is missing must not turn into one. */
const NOT_PAGES = /^\/(api|graphql|health|metrics|assets|scim)(\/|$)/i;
const STYLE_NONCE = '%STYLE_NONCE%';
const NOT_BUILT = 'The admin app is not built. Run `npm run build:admin`, then load this page again.\n';

/** Serves the built admin app; every page of it is the same file, whose script reads the address. */
export function adminApp(folder: string): RequestHandler {
  const root = resolve(folder);
  const index = join(root, 'index.html');
  const router = Router();
  router.use(
    '/assets',
    express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.get('/index.html', async (_request, response) => sendPage(response, index));
  router.use(express.static(root, { index: false, maxAge: 0, redirect: false }));
  router.use(async (request, response, next) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !NOT_PAGES.test(request.path);
    if (!isPage) return next();
    return sendPage(response, index);
  });
  return router;
}

/** Made anew each time: the page and its headers share what is good for this answer alone. */
async function sendPage(response: Response, index: string): Promise<void> {
  const page = await readFile(index, 'utf8').catch(() => undefined);
  if (page === undefined) return void response.status(503).type('text/plain').send(NOT_BUILT);
  response.setHeader('cache-control', 'no-cache');
  response.type('html').send(page.replace(STYLE_NONCE, styleNonceOf(response)));
}
