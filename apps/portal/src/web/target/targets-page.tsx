import { Link } from 'react-router';
import { targetProgressAddress } from '../api/addresses.ts';
import type { Targets } from '../api/targets.ts';
import { ExportButtons } from '../figure/export-buttons.tsx';
import { Page } from '../layout/page.tsx';
import { useRoles } from '../session/session-context.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { createLink } from '../workbench/links.ts';
import { TargetTable } from './target-table.tsx';
import '../figure/figure.css';
import './target.css';

const place = { context: 'reporting', collection: 'targets' } as const;

/** What figures are to come to, and how that goes. */
export default function TargetsPage() {
  const { text } = useLanguage();
  const format = useFormat();
  const maySet = useRoles().includes('director');
  const answer = useAnswer('targets', (api, signal) => api.read<Targets>(targetProgressAddress(), signal));
  return (
    <Page title={text.targets.title} lead={text.targets.lead} actions={maySet && <Link to={createLink(place)}>{text.targets.set}</Link>}>
      <Answered answer={answer}>
        {({ day, items }) =>
          items.length === 0 ? (
            <Statement title={text.targets.none} explanation={text.targets.noneRemedy} />
          ) : (
            <section className="panel">
              <div className="panel-header">
                <p className="panel-note">{text.targets.asOf(format.date(day))}</p>
                <ExportButtons address={targetProgressAddress()} metric="targets" />
              </div>
              <TargetTable targets={items} />
            </section>
          )
        }
      </Answered>
    </Page>
  );
}
