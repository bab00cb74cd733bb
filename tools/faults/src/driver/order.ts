import { idUnder, type RegisterProject } from '@xietong/contracts-projects';
import type { AgencyRef } from '@xietong/kernel';
import type { Random } from '@xietong/testing';

/** One command as a client gives it: the same request, however often it has to be sent. */
export interface Order {
  /** The Idempotency-Key. */
  readonly key: string;
  /** The aggregate that it is about: `project/NO-03.rcn.951956`. */
  readonly subject: string;
  readonly path: string;
  readonly body: object;
  /** Only of a command on a project that exists already. */
  readonly ifMatch?: string;
  /** The W3C trace that it belongs to, where somebody follows it. */
  readonly traceparent?: string;
}

interface OwnProject {
  readonly id: string;
  readonly commandsLeft: number;
  readonly isPlanned: boolean;
}

const commandsMax = 12;
/** All reports are of one day: two quarters below plan in a row would ask for a decision first. */
const reportedOn = '2026-03-31';

/** What one client orders, from its own sequence of chance: it registers projects, plans, reports and amends them, others' too. */
export class OrderBook {
  readonly #agency: AgencyRef;
  readonly #client: string;
  readonly #random: Random;
  /** Projects that exist, one a client at most: everyone may amend them. */
  readonly #shared: Map<string, string>;
  #count = 0;
  #own: OwnProject | undefined;

  constructor(agency: AgencyRef, client: string, random: Random, shared: Map<string, string>) {
    this.#agency = agency;
    this.#client = client;
    this.#random = random;
    this.#shared = shared;
  }

  /** The next order; it is made when the one before has been answered. */
  next(): Order {
    this.#count += 1;
    const own = this.#own;
    if (!own) return this.#register();
    this.#shared.set(this.#client, own.id);
    const others = [...this.#shared].filter(([client]) => client !== this.#client).map(([, id]) => id);
    if (others.length > 0 && this.#random.whole(6) === 0) return this.#amend(this.#random.pick(others));
    this.#own = own.commandsLeft > 1 ? { ...own, commandsLeft: own.commandsLeft - 1, isPlanned: true } : undefined;
    if (!this.#own) this.#shared.delete(this.#client);
    if (!own.isPlanned) return this.#follow(own.id, 'set-plan', { milestones: milestonesOf(this.#key()) });
    return this.#random.whole(2) === 0 ? this.#report(own.id) : this.#amend(own.id);
  }

  #register(): Order {
    const number = this.#key();
    this.#own = { id: idUnder(this.#agency, number), commandsLeft: 1 + this.#random.whole(commandsMax), isPlanned: false };
    return registrationOf(this.#agency, number, this.#key(), this.#random);
  }

  #report(id: string): Order {
    // Less than planned raises a warning, so that some commands leave two events.
    const milestones = [1, 2].map((no) => ({ no, donePercent: this.#random.whole(101) }));
    return this.#follow(id, 'report-progress', { on: reportedOn, milestones });
  }

  #amend(id: string): Order {
    return amendmentOf(id, this.#key(), this.#random);
  }

  #follow(id: string, command: string, body: object): Order {
    return follow(id, command, this.#key(), body);
  }

  #key(): string {
    return `${this.#client}-${this.#count}`;
  }
}

/** An order that any project takes, whatever its state. */
export const amendmentOf = (id: string, key: string, random: Random): Order =>
  follow(id, 'amend-participants', key, { participants: participantsOf(random), reason: `Amended by ${key}` });

/** An order that begins a project. */
export function registrationOf(agency: AgencyRef, number: string, key: string, random: Random): Order {
  const body: RegisterProject = {
    number,
    title: `Registered by ${key}`,
    signedOn: '2026-01-05',
    participants: participantsOf(random),
  };
  return { key, subject: `project/${idUnder(agency, number)}`, path: '/v1/projects', body };
}

const follow = (id: string, command: string, key: string, body: object): Order => ({
  key,
  subject: `project/${id}`,
  path: `/v1/projects/${id}/${command}`,
  body,
  ifMatch: '*',
});

const milestonesOf = (key: string) => [
  { no: 1, title: `Pilot line of ${key}`, due: '2026-03-01', weightPercent: 60 },
  { no: 2, title: `Handbook of ${key}`, due: '2026-12-31', weightPercent: 40 },
];

const partners = [
  { id: 'NO-ORGNR:971035854', name: 'Universitetet i Oslo', region: 'NO-03' },
  { id: 'CN-USCI:91331082MA00D034X0', name: '临海市示范制造有限公司', region: 'CN-331082' },
] as const;

function participantsOf(random: Random): RegisterProject['participants'] {
  return [
    {
      no: 1,
      organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' },
      role: 'lead',
      amount: { amount: 1 + random.whole(30_000_000), currency: 'EUR' },
    },
    { no: 2, organisation: random.pick(partners), role: 'partner', amount: { amount: random.whole(10_000_000), currency: 'EUR' } },
  ];
}
