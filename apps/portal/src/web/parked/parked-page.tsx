import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { parkedAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { ParkedMessage } from '../api/parked.ts';
import { Page } from '../layout/page.tsx';
import { usePageTurning } from '../projects/use-page-turning.ts';
import { Pager } from '../projects/pager.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { parseParkedFilters } from '../url/parked-filters.ts';
import { ParkedDrawer } from './parked-drawer.tsx';
import { ParkedFilterBar } from './parked-filter-bar.tsx';
import { ParkedTable } from './parked-table.tsx';
import './parked.css';

/** What could not be applied, page by page; the address holds filters, page and the open message. */
export default function ParkedPage() {
  const { text } = useLanguage();
  const [parameters] = useSearchParams();
  const { cursor, pagerFor } = usePageTurning();
  const [decisions, setDecisions] = useState(0);
  const address = parkedAddress(parseParkedFilters(parameters), cursor);
  // Read again after each decision: it may have moved what stands on this page.
  const answer = useAnswer(`${address} ${decisions}`, (api, signal) => api.read<PageOf<ParkedMessage>>(address, signal));

  return (
    <Page title={text.parked.title} lead={text.parked.lead}>
      <ParkedFilterBar />
      <Answered answer={answer}>
        {({ items, next: following }) =>
          items.length === 0 ? (
            <Statement title={text.parked.empty} explanation={text.parked.emptyRemedy} />
          ) : (
            <section className="panel">
              <ParkedTable messages={items} />
              <Pager {...pagerFor(following)} />
            </section>
          )
        }
      </Answered>
      <ParkedDrawer decisions={decisions} onDecided={() => setDecisions((count) => count + 1)} />
    </Page>
  );
}
