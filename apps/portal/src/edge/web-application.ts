import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/**
 * Serves the built web application: files with a hash in their name for ever, the page itself asked for anew each time, and
 * the page also for every address that only its own router knows. Throws when `directory` holds no built page.
 */
export const webApplication = (directory: string): Router => {
  const page = join(directory, 'index.html');
  if (!existsSync(page)) throw new Error('The web application is not built: run `npx nx build @xietong/portal` first.');

  const sendPage: RequestHandler = (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(page);
  };

  const router = Router();
  router.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(directory, { index: false, maxAge: '1h' }));
  router.use(sendPage);
  return router;
};
