import { randomUUID } from 'node:crypto';
import { figureUrl } from './figure-requests.ts';
import { projectsUrl, reportingUrl, tokenOf } from './platform-access.ts';
import { sampleCommands } from './project-commands.ts';
import { collection, newProject } from './project-requests.ts';
import { trickle } from './raw-connection.ts';
import { ask, askAs, verdictOf } from './requests.ts';

// Check 20: what is too large, too deep, too slow or too much is refused, and costs next to nothing.

const grant = `${collection}/NO-03.rcn.951956`;
const doors = [
  ['POST /v1/projects', collection],
  ...sampleCommands.map(({ name }) => [`POST /v1/projects/{id}/${name}`, `${grant}/${name}`] as const),
] as const;

const send = (url: string, body: string | ReadableStream, role: 'officer' | 'director' = 'officer') =>
  tokenOf(`rcn-${role}`).then((token) =>
    ask(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' },
      body,
    }),
  );
