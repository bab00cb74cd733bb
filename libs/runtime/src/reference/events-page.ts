import { type AnyAggregate, type AnyEventDefinition, type Service, wireType } from '@xietong/kernel';
import { z } from 'zod';
import { markdownTable } from './markdown-table.ts';

/** What a service publishes and what it takes from others, as a Markdown page. A field with `?` may be missing. */
export function eventsPage(service: Service): string {
  const sections = [...service.aggregates.flatMap((aggregate) => sent(service, aggregate)), ...received(service)];
  return [`# Events of ${service.context}`, '', ...(sections.length > 0 ? sections : ['It declares none.', ''])].join('\n');
}

function sent({ context }: Service, { name, events, commands }: AnyAggregate): string[] {
  const rows = events.map((event) => {
    const emitting = Object.entries(commands).flatMap(([command, { emits }]) => (emits.includes(event.type) ? [command] : []));
    return [`\`${wireType(context, event)}\``, emitting.join(', '), fieldsOf(event), countedAs(event)];
  });
  return [`## ${name}`, '', markdownTable(['event', 'by', 'fields', 'counted as'], rows), ''];
}

function received({ reactions, projections }: Service): string[] {
  const rows = [
    ...reactions.map(({ name, context, on, command }) => [`\`${wireType(context, on)}\``, `${name}: gives ${command}`]),
    ...projections.flatMap(({ name, context, from }) => from.map((event) => [`\`${wireType(context, event)}\``, `kept in ${name}`])),
  ];
  return rows.length > 0 ? ['## Received', '', markdownTable(['event', 'what becomes of it'], rows), ''] : [];
}

const countedAs = ({ states, tells }: AnyEventDefinition): string =>
  [...(states ? ['a collaboration'] : []), ...(tells ? ['measurements'] : [])].join(', ');

function fieldsOf({ schema }: AnyEventDefinition): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return Object.keys(properties)
    .map((field) => (required.includes(field) ? field : `${field}?`))
    .join(', ');
}
