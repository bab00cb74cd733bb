import { stringify } from 'yaml';
import { companions, manifest, serviceNames, services } from '../manifest.ts';
import { composeFile } from './compose-file.ts';
import { kafkaPropertiesInContainer } from './kafka-in-container.ts';

const banner = '# Generated from tools/engines/src/manifest.ts by `npm run engines -- generate`: change it there.\n';
const yaml = (content: unknown) => `${banner}${stringify(content, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true })}`;

const collector = {
  receivers: { otlp: { protocols: { http: { endpoint: `0.0.0.0:${companions.collector.ports.otlp}` } } } },
  processors: { batch: {} },
  exporters: { zipkin: { endpoint: `http://zipkin:${manifest.zipkin.ports.main}/api/v2/spans` } },
  service: { pipelines: { traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['zipkin'] } } },
};

const prometheus = {
  global: { scrape_interval: '15s', evaluation_interval: '15s' },
  rule_files: ['alerts.yml'],
  scrape_configs: serviceNames.map((name) => ({
    job_name: name,
    static_configs: [{ targets: [`${name}:${services[name].port}`] }],
  })),
};

/** Every file that follows from the manifest, by its path in the repository. */
export const generatedFiles = (): Record<string, string> => ({
  'docker-compose.yml': yaml(composeFile()),
  'infra/kafka/server.properties': `${banner}${kafkaPropertiesInContainer()}`,
  'infra/otel/collector.yml': yaml(collector),
  'infra/prometheus/prometheus.yml': yaml(prometheus),
});
