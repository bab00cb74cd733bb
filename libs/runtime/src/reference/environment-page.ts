import type { Service } from '@xietong/kernel';
import { z } from 'zod';
import { configShape, needsOf } from '../config/config.ts';
import { markdownTable } from './markdown-table.ts';

/** What a service reads from its environment, as a Markdown page. */
export function environmentPage(service: Service, settings: Readonly<Record<string, z.ZodType>>): string {
  const variables = { ...configShape(needsOf(service)), ...settings };
  const rows = Object.entries(variables).map(([name, schema]) => {
    const { description = '', default: otherwise, enum: words } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const meaning = words ? `${description}: ${words.join(', ')}` : description;
    const missing = schema.safeParse(undefined).success ? 'not set' : 'required';
    return [`\`${name}\``, otherwise === undefined ? missing : `\`${String(otherwise)}\``, meaning];
  });
  return [
    `# Environment of ${service.context}`,
    '',
    'A service whose environment is not complete does not start, and names every fault at once.',
    '',
    markdownTable(['variable', 'unless given', 'meaning'], rows),
    '',
  ].join('\n');
}
