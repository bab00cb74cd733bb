import { type MouseEvent, type ReactNode, useId } from 'react';
import { callAddress } from '../api/addresses.ts';
import type { CallOfPanels } from '../api/panel.ts';
import type { OwnReview } from '../api/review.ts';
import { useAnswer } from '../states/use-answer.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';

const sections = ['summary', 'goals', 'parties', 'budget', 'axes'] as const;
type SectionName = (typeof sections)[number];

// The heading takes the focus, so that a reader by keyboard goes on from there; the address stays as it is.
const jumpTo = (event: MouseEvent, id: string) => {
  event.preventDefault();
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

const Jumps = ({ idOf }: { idOf: (name: SectionName) => string }) => {
  const words = useReviewingText().content;
  return (
    <nav className="judged-jumps" aria-label={words.jump}>
      {sections.map((name) => (
        <a key={name} href={`#${idOf(name)}`} onClick={(event) => jumpTo(event, idOf(name))}>
          {words[name]}
        </a>
      ))}
    </nav>
  );
};

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="judged-section" aria-labelledby={id}>
    <h2 id={id} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);

// A call is for everyone to read; until it is there, or where it is not, the area's code tells as much.
const AreaTitle = ({ review }: { review: OwnReview }) => {
  const address = callAddress(review.call);
  const answer = useAnswer(address, (api, signal) => api.read<CallOfPanels>(address, signal));
  const { area } = review.content;
  const areas = answer.status === 'loaded' ? answer.value.areas : [];
  return <>{areas.find(({ code }) => code === area)?.title ?? area}</>;
};

const Parties = ({ review: { content } }: { review: OwnReview }) => {
  const words = useReviewingText().content;
  const format = useFormat();
  return (
    <ul className="judged-list">
      {content.parties.map(({ role, organisation, shareBasisPoints, tasks }) => (
        <li key={organisation.id}>
          <strong>{organisation.name}</strong>
          <p className="panel-note">
            {words.roles[role]} · {format.region(organisation.region)} · {words.share(format.percent(shareBasisPoints / 100))}
          </p>
          <p className="judged-text">{tasks}</p>
        </li>
      ))}
    </ul>
  );
};

const Axes = ({ review: { axes } }: { review: OwnReview }) => {
  const words = useReviewingText().content;
  const format = useFormat();
  return (
    <>
      <p className="panel-note">{words.axesLead}</p>
      <ul className="judged-axes">
        {axes.map(({ code, title, weightPercent }) => (
          <li key={code}>
            {title} <span className="panel-note">{words.weight(format.percent(weightPercent))}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** All that is judged, as it stood at the invitation: the application in sections with their headings to jump to, and the axes of the call. */
export const JudgedContent = ({ review }: { review: OwnReview }) => {
  const words = useReviewingText().content;
  const format = useFormat();
  const own = useId();
  const idOf = (name: SectionName) => `${own}-${name}`;
  const { summary, goals, budget, startsOn, endsOn } = review.content;
  return (
    <article className="panel judged" aria-label={words.title}>
      <Jumps idOf={idOf} />
      <Section id={idOf('summary')} title={words.summary}>
        <p className="panel-note">
          {words.area} <AreaTitle review={review} />
        </p>
        <p className="judged-text">{summary}</p>
      </Section>
      <Section id={idOf('goals')} title={words.goals}>
        <p className="judged-text">{goals}</p>
      </Section>
      <Section id={idOf('parties')} title={words.parties}>
        <Parties review={review} />
      </Section>
      <Section id={idOf('budget')} title={words.budget}>
        <dl className="judged-facts">
          <dt>{words.asked}</dt>
          <dd>{format.money(budget)}</dd>
          <dt>{words.term}</dt>
          <dd>{words.span(format.date(startsOn), format.date(endsOn))}</dd>
        </dl>
      </Section>
      <Section id={idOf('axes')} title={words.axes}>
        <Axes review={review} />
      </Section>
    </article>
  );
};
