import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { metricsReadBy } from './promql.ts';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity?: string };
  readonly annotations: { readonly summary?: string; readonly summary_zh?: string; readonly runbook?: string };
}

interface AlertTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly { readonly alertname: string; readonly exp_alerts: readonly object[] }[];
  }[];
}

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly gridPos: object;
  readonly targets: readonly { readonly expr: string }[];
}

const clone = join(import.meta.dirname, '..', '..', '..', '..');
const committed = (path: string) => readFileSync(join(clone, path), 'utf8');

const { groups } = parse(committed('ops/alerts.yml')) as { groups: readonly { rules: readonly Alert[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
const { tests } = parse(committed('ops/alerts.test.yml')) as AlertTests;
const dashboardText = committed('ops/dashboard.json');
const { panels } = JSON.parse(dashboardText) as { panels: readonly Panel[] };

/** The series that services expose, as the generated page lists their metrics; `up` is Prometheus' own. */
const exposed = new Set([
  'up',
  ...[...committed('docs/telemetry.md').matchAll(/^\| `(\w+)` \| (counter|gauge|histogram|summary) \|/gm)].flatMap(([, name, type]) =>
    type === 'histogram' || type === 'summary' ? ['_bucket', '_sum', '_count'].map((suffix) => `${name}${suffix}`) : [String(name)],
  ),
]);
const unexposed = (expression: string) => metricsReadBy(expression).filter((name) => !exposed.has(name));

/** `OutboxWaits`: `outbox-waits`. */
const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

/** A query as Prometheus is asked it: Grafana has put its own words in. */
const asAsked = (query: string) => query.replaceAll('$__rate_interval', '1m').replaceAll('$service', '.*');

test('a query that is not PromQL is refused, and one that is tells its metrics', () => {
  expect(() => metricsReadBy('sum(rate(xietong_faults_total[5m])')).toThrow('not PromQL');
  expect(metricsReadBy('sum by (service) (rate(a_total{b="c"}[5m])) / d > 1 or a_total')).toEqual(['a_total', 'd']);
});

describe('ops/alerts.yml', () => {
  test.each(alerts)('$alert reads metrics that services expose', ({ expr }) => {
    expect(metricsReadBy(expr).length).toBeGreaterThan(0);
    expect(unexposed(expr)).toEqual([]);
  });

  test.each(alerts)('$alert says how bad it is, in both languages, and where its page is', ({ alert, labels, annotations }) => {
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/^[\x20-\x7e]+\.$/);
    expect(annotations.summary_zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(annotations.runbook).toBe(`docs/operating.md#${kebab(alert)}`);
    expect(committed('docs/operating.md').split('\n')).toContain(`### ${kebab(alert)}`);
  });

  test.each(alerts)('$alert has a test in which it fires and one in which it is silent', ({ alert }) => {
    const cases = tests.flatMap(({ alert_rule_test }) => alert_rule_test).filter(({ alertname }) => alertname === alert);
    expect(cases.some(({ exp_alerts }) => exp_alerts.length > 0)).toBe(true);
    expect(cases.some(({ exp_alerts }) => exp_alerts.length === 0)).toBe(true);
  });

  test('no alert has a second of its name, and none is tested that there is not', () => {
    const names = alerts.map(({ alert }) => alert);
    expect(names).toEqual([...new Set(names)]);
    const tested = tests.flatMap(({ alert_rule_test }) => alert_rule_test.map(({ alertname }) => alertname));
    expect(tested.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('they fire and are silent as their tests say, where promtool is at hand', () => {
    const { error } = spawnSync('promtool', ['--version']);
    if (error) {
      process.stderr.write('promtool is not on PATH: the rules are parsed, and their tests are not run\n');
      return;
    }
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', join(clone, 'ops/alerts.test.yml')], { encoding: 'utf8' });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});

describe('ops/dashboard.json', () => {
  test.each(panels)('the panel $title asks for metrics that services expose', ({ targets }) => {
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.flatMap(({ expr }) => unexposed(asAsked(expr)))).toEqual([]);
  });

  test.each(panels)(
    'the panel $title has a Chinese title, or a word that is none, and an English description',
    ({ title, description }) => {
      expect(title).toMatch(/\p{Script=Han}|^[A-Z]+$/u);
      expect(description).toMatch(/^[A-Z][\x20-\x7e]+$/);
    },
  );

  test('each panel has an id and a place of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ gridPos }) => JSON.stringify(gridPos))).size).toBe(panels.length);
  });

  test('it names no data source: who imports it chooses one', () => {
    const uids = [...dashboardText.matchAll(/"datasource": \{[^}]*"uid": "([^"]*)"/g)].map(([, uid]) => uid);
    expect(uids.length).toBeGreaterThan(panels.length);
    expect(new Set(uids)).toEqual(new Set(['${datasource}']));
  });
});
