import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** What is not a page of the admin app; an asset that is missing must not turn into one. */
const NOT_PAGES = /^\/(api|graphql|health|metrics|assets)(\/|$)/;
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
  router.use(express.static(root, { index: false, maxAge: 0, redirect: false }));
  router.use((request, response, next) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !NOT_PAGES.test(request.path);
    if (!isPage) return next();
    if (!existsSync(index)) return void response.status(503).type('text/plain').send(NOT_BUILT);
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(index, (error) => (error === undefined ? undefined : next(error)));
  });
  return router;
}
