import { accessMatrix } from './access-matrix.ts';
import { harbour } from './testing/toy-service.ts';

test('the matrix of the harbour is as a person has read it', () => {
  expect(accessMatrix(harbour)).toBe(`# Who may do what: harbour

Derived from the declaration; a role passes the first check, the last column is the second.

| route | applicant | expert | officer | director | analyst | auditor | operator | partner | and only |
| --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: | :-: | --- |
| GET /v1/berths | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | staff of an agency in its audience, or an organisation or a person in it |
| GET /v1/berths/{id} | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | staff of an agency in its audience, or an organisation or a person in it |
| GET /v1/berths/{id}/history | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | staff of an agency in its audience, or an organisation or a person in it |
| GET /v1/berths/{id}/attachments/{attachment} | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | staff of an agency in its audience, or an organisation or a person in it |
| POST /v1/berths |  |  | ✓ | ✓ |  |  |  |  | officer or director |
| POST /v1/berths/{id}/let-berth |  |  | ✓ |  |  |  |  |  | officer of registrar |
| POST /v1/berths/{id}/close-for-good |  |  |  | ✓ |  |  |  |  | director of registrar |
| POST /v1/attachments |  |  | ✓ |  |  |  |  |  | officer, who may give a command that names attachments |
| GET /v1/occupancy/{harbour} |  |  |  |  | ✓ | ✓ |  |  | analyst or auditor |
| GET /v1/tides |  |  | ✓ |  | ✓ |  |  |  | analyst or officer |
| GET /v1/parked |  |  |  |  |  |  | ✓ |  | an operator |
| POST /v1/parked/replay |  |  |  |  |  |  | ✓ |  | an operator |
| GET /v1/parked/{id} |  |  |  |  |  |  | ✓ |  | an operator |
| POST /v1/parked/{id}/mend |  |  |  |  |  |  | ✓ |  | an operator |
| POST /v1/parked/{id}/discard |  |  |  |  |  |  | ✓ |  | an operator |

Without a token: /livez, /readyz, /metrics, /openapi.json, /asyncapi.json, /docs, /docs/start.js, /docs/swagger-ui.css, /docs/swagger-ui-bundle.js.

Without a route:
- berth lapse: the clock
`);
});
