import type { Message } from 'kafkajs';

/** An event of a measured project, as the projects service writes it: about 1 KB. */
export interface ProjectEvent {
  readonly key: string;
  readonly value: string;
}

const counties = ['NO-03', 'NO-11', 'NO-15', 'NO-18', 'NO-30', 'NO-34', 'NO-38', 'NO-42', 'NO-46', 'NO-50', 'NO-54'];
const padding = 'x'.repeat(320);

/**
 * The nth of the events of `projects` projects, whose versions come in rounds: all are registered first, then all amended, again and
 * again. `agency` is written as in a topic, `NO-03.rcn`. Numbers, not chance, decide who takes part and for how much.
 */
export function projectEvent(n: number, projects: number, agency: string): ProjectEvent {
  const project = n % projects;
  const version = Math.floor(n / projects) + 1;
  const id = `${agency}.${project}`;
  const subject = `project/${id}`;
  const participants = [0, 1, 2].map((no) => ({
    no: no + 1,
    organisation: {
      id: `NO-ORGNR:${910000000 + ((project * 7 + no * 13) % 700)}`,
      name: `Organisation ${no}`,
      region: counties[(project + no * version) % counties.length],
    },
    role: no === 0 ? 'lead' : 'partner',
    amount: { amount: 1_000_00 + ((project * 31 + version * 17 + no) % 5_000) * 100, currency: 'EUR' },
  }));
  const data = {
    signedOn: `${2014 + (project % 8)}-03-15`,
    participants,
    ...(version === 1
      ? { registrar: agency.replace('.', '/'), number: String(project), title: `Measured project ${project} ${padding}` }
      : { reason: `corrected ${padding}` }),
  };
  const value = JSON.stringify({
    specversion: '1.0',
    id: `${subject}/${version}`,
    source: `/${agency.replace('.', '/')}/projects`,
    type: `xietong.projects.project.${version === 1 ? 'registered' : 'participants-amended'}.v1`,
    subject,
    sequence: String(version).padStart(10, '0'),
    time: '2026-01-05T08:00:00.000Z',
    datacontenttype: 'application/json',
    partitionkey: id,
    actor: 'pseudonym',
    prevhash: '',
    data,
  });
  return { key: id, value };
}

/** Some consecutive events as messages for kafkajs. */
export const projectMessages = (first: number, count: number, projects: number, agency: string): Message[] =>
  Array.from({ length: count }, (_, i) => projectEvent(first + i, projects, agency));
