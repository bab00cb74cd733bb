import { inputFaults } from './input-faults.ts';
import { sentName } from './sent-name.ts';
import { z } from 'zod';

test.each(['colour', 'unheard-of', '$where', '__proto__', 'participants[0].amount', '备注', 'line2'])(
  'a problem repeats the name %s',
  (name) => {
    expect(sentName(name)).toBe(name);
  },
);

test.each(['11010519491231002X', 'id11010519491231002X', 'kari@example.org', 'Kari Nordmann', '', 'x'.repeat(61)])(
  'a problem does not repeat %p, which is no name of a field',
  (name) => {
    expect(sentName(name)).toBe('…');
  },
);

test('neither the field nor the message of a fault repeats it', () => {
  const schema = z.strictObject({ parts: z.array(z.strictObject({ no: z.int() })) });
  const value = { parts: [{ no: 1, '11010519491231002X': 1, colour: 2 }] };
  expect(inputFaults(schema, value, 'en')).toEqual([
    { field: 'parts.0.…', message: 'Unrecognized keys: "…", "colour"' },
    { field: 'parts.0.colour', message: 'Unrecognized keys: "…", "colour"' },
  ]);
});
