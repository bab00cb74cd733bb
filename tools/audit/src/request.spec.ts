import { Refused } from './refused.ts';
import { parseRequest } from './request.ts';

const asked = (line: string) => parseRequest(line.split(' ').filter((word) => word !== ''));

test('an audit looks at the running platform unless it is told otherwise', () => {
  expect(asked('verify')).toEqual({ command: 'verify', place: { kind: 'mongo' }, json: false });
});

test('an audit can be of one database, one agency, and compare the seals', () => {
  expect(asked('verify --mongo mongodb://m --database xietong-projects --agency NO-03/rcn --seals broker --json')).toEqual({
    command: 'verify',
    place: { kind: 'mongo', url: 'mongodb://m', database: 'xietong-projects' },
    agency: 'NO-03/rcn',
    seals: { kind: 'broker' },
    json: true,
  });
});

test('an audit can be of an export, with the texts of a topic beside it', () => {
  expect(asked('verify --export journal.ndjson --seals topic.ndjson')).toMatchObject({
    place: { kind: 'export', file: 'journal.ndjson' },
    seals: { kind: 'file', file: 'topic.ndjson' },
  });
});

test.each([
  ['', 'say what to do: verify or export'],
  ['audit', 'say what to do: verify or export'],
  ['verify twice', "'twice' was not understood"],
  ['verify --fast', "Unknown option '--fast'"],
  ['verify --agency rcn', "--agency is a region and a short name, such as NO-03/rcn: 'rcn' is not"],
  ['verify --export f --database d', '--export is read instead of a store: leave --mongo and --database out'],
  ['export', 'say where to: npm run audit -- export --to <file>'],
])("'%s' is refused with what to do instead", (line, sentence) => {
  expect(() => asked(line)).toThrow(Refused);
  expect(() => asked(line)).toThrow(sentence);
});
