import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiOf } from './openapi.ts';
import { platformProblem, toReply } from './problem.ts';
import { toRepresentation } from './representation.ts';
import { publicPaths, routesOf } from './routes.ts';
import { berth, rightBerth } from './testing/toy-host.ts';
import { harbour } from './testing/toy-service.ts';

interface Operation {
  operationId?: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, object> }>;
}
const document = openApiOf(harbour) as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const operation = (method: string, path: string) => document.paths[path]?.[method] as Operation;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'harbour', components: document.components });
const fits = (name: string, value: unknown) => ajv.validate({ $ref: `harbour#/components/schemas/${name}` }, value);

test('the document has every route of the service and the public ones, and no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(
    [...routesOf(harbour).map(({ method, path }) => `${method} ${path}`), ...publicPaths.map((path) => `GET ${path}`)].sort(),
  );
});

test('every operation has a name of its own', () => {
  const names = routesOf(harbour).map((route) => route.operation);
  expect(names).toEqual([
    'listBerths',
    'getBerth',
    'getHistoryOfBerth',
    'getAttachmentOfBerth',
    'openBerth',
    'letBerthBerth',
    'closeForGoodBerth',
    'sendAttachment',
    'occupancy',
    'tides',
    'listParked',
    'replayParked',
    'getParked',
    'mendParked',
    'discardParked',
  ]);
});

test('a command asks for its key, for the version where there is one, and for its input', () => {
  const headersOf = ({ parameters = [] }: Operation) =>
    parameters.filter((parameter) => parameter.in === 'header' && parameter.required).map(({ name }) => name);
  expect(headersOf(operation('post', '/v1/berths'))).toEqual(['Idempotency-Key']);
  expect(headersOf(operation('post', '/v1/berths/{id}/let-berth'))).toEqual(['Idempotency-Key', 'If-Match']);
  const input = operation('post', '/v1/berths').requestBody?.content['application/json']?.schema as object;
  expect([ajv.validate(input, rightBerth), ajv.validate(input, { ...rightBerth, approvedAmount: 1 })]).toEqual([true, false]);
});

test('a list says what it can be filtered and sorted by', () => {
  expect(operation('get', '/v1/berths').parameters?.map(({ name }) => name)).toEqual([
    'status',
    'metres',
    'boats',
    'limit',
    'after',
    'sort',
    'count',
  ]);
});

test('a query says what of it is in the path, and in which formats it answers', () => {
  const { parameters, responses } = operation('get', '/v1/occupancy/{harbour}');
  expect(parameters?.map((parameter) => [parameter.in, parameter.name])).toEqual([
    ['path', 'harbour'],
    ['query', 'year'],
  ]);
  expect(Object.keys(responses['200']?.content ?? {})).toEqual([
    'application/json',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
});

test('what the API answers fits what it says', () => {
  expect(fits('Berth', toRepresentation(berth()))).toBe(true);
  expect(fits('Berth', { ...toRepresentation(berth()), more: 1 })).toBe(false);
  expect(fits('Problem', JSON.parse(String(toReply(platformProblem('stale', { details: { version: 2 } }), 'zh', 't').body)))).toBe(true);
});

test("every refusal of a row is among the row's problem answers", () => {
  const { responses } = operation('post', '/v1/berths/{id}/let-berth');
  expect(responses['409']?.description).toContain('`berth-taken`: The berth is taken');
  expect(Object.keys(responses).sort()).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '406',
    '408',
    '409',
    '412',
    '413',
    '415',
    '422',
    '428',
    '429',
    '431',
    '500',
    '503',
  ]);
});

test('the document says what headers and page sizes look like, so that nothing it allows is refused as malformed', () => {
  const schemaOf = (method: string, path: string, wanted: string) =>
    (operation(method, path).parameters?.find(({ name }) => name === wanted) as unknown as { schema: object }).schema;
  const allows = (schema: object, values: unknown[]) => values.filter((value) => ajv.validate(schema, value));
  expect(allows(schemaOf('post', '/v1/berths/{id}/let-berth', 'If-Match'), ['*', '"3"', '3', '"0"', 'x'])).toEqual(['*', '"3"']);
  expect(allows(schemaOf('post', '/v1/berths', 'Idempotency-Key'), ['k-1', '', 'a b', '钥'])).toEqual(['k-1']);
  expect(allows(schemaOf('get', '/v1/parked', 'limit'), [1, 200, 0, 201, ''])).toEqual([1, 200]);
});
