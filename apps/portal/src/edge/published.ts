import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

// A list of what is shown, not of what is hidden: what a service answers to those who run it, now or later, stays with them.
const published = /^\/((v1|docs)(\/.*)?|(openapi|asyncapi)\.json)$/;

/** Lets pass what a service publishes, its API and the descriptions of it; for the world, nothing else of a service is there. */
export const publishedOnly: RequestHandler = (request, response, next) => {
  // Judged as whatever stands between here and the service may tidy it up: `/v1/../metrics` is `/metrics`.
  const { pathname } = new URL(`http://service${request.path}`);
  if (published.test(pathname)) next();
  else sendProblem(request, response, 'no-such-address');
};
