import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import type { Reply } from './reply.ts';

const assets = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;
type Asset = keyof typeof assets;

// Addresses are relative, so that the page also works behind an edge that serves it under a prefix.
const script = `SwaggerUIBundle({ url: './openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });`;

const pageOf = (title: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="./docs/swagger-ui.css"></head>
<body><p>Events: <a href="./asyncapi.json">asyncapi.json</a></p><div id="ui"></div>
<script src="./docs/swagger-ui-bundle.js"></script><script src="./docs/start.js"></script></body></html>
`;

// The page alone may run its scripts; every other answer keeps the policy that lets nothing run.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** The page at `/docs`. */
export function docsPage(title: string): Reply {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, body: pageOf(title) };
}

/** A file that the page loads, out of the installed `swagger-ui-dist`. */
export async function docsFile(name: 'start.js' | Asset): Promise<Reply> {
  const headers = { 'Cache-Control': 'public, max-age=3600' };
  if (name === 'start.js') return { status: 200, headers: { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' }, body: script };
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return { status: 200, headers: { ...headers, 'Content-Type': assets[name] }, body: await readFile(join(folder, name)) };
}
