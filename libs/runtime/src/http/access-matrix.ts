import { roles, type Service } from '@xietong/kernel';
import { publicPaths, routesOf } from './routes.ts';

/** Who may do what, as a Markdown page that a person reviews: a line a route, a column a role, and what has no route at all. */
export function accessMatrix(service: Service): string {
  const lines = routesOf(service).map((route) => {
    const cells = roles.map((role) => (route.roles.includes(role) ? '✓' : ''));
    return row([`${route.method} ${route.path}`, ...cells, route.words]);
  });
  const withoutRoute = [
    ...service.aggregates.flatMap(({ name, commands }) =>
      Object.entries(commands)
        .filter(([, { allow }]) => allow.roles.length === 0)
        .map(([command, { allow }]) => `- ${name} ${command}: ${allow.words}`),
    ),
    ...service.queries.filter(({ allow }) => allow.roles.length === 0).map(({ name, allow }) => `- query ${name}: ${allow.words}`),
  ];
  return [
    `# Who may do what: ${service.context}`,
    '',
    'Derived from the declaration; a role passes the first check, the last column is the second.',
    '',
    row(['route', ...roles, 'and only']),
    row(['---', ...roles.map(() => ':-:'), '---']),
    ...lines,
    '',
    `Without a token: ${publicPaths.join(', ')}.`,
    '',
    'Without a route:',
    ...(withoutRoute.length > 0 ? withoutRoute : ['- nothing']),
    '',
  ].join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
