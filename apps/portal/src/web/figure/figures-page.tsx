import { Link } from 'react-router';
import { metricsAddress } from '../api/addresses.ts';
import type { Metric } from '../api/figures.ts';
import type { Page as PageOf } from '../api/events.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import './figure.css';

/** The catalogue: every figure that there is, with its definition. */
export default function FiguresPage() {
  const { text, lang } = useLanguage();
  const answer = useAnswer('metrics', (api, signal) => api.read<PageOf<Metric>>(metricsAddress, signal));
  return (
    <Page title={text.figures.title} lead={text.figures.lead}>
      <Answered answer={answer}>
        {({ items }) => (
          <ul className="catalogue">
            {items.map(({ id, name, definition }) => (
              <li key={id} className="panel">
                <h2>
                  <Link to={`/figures/${id}`}>{name[lang]}</Link>
                </h2>
                <p>{definition[lang]}</p>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Page>
  );
}
