import { publicisedAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { PublicisedApplication } from '../api/publicised.ts';
import { Page } from '../layout/page.tsx';
import { usePageTurning } from '../projects/use-page-turning.ts';
import { Pager } from '../projects/pager.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { PublicityEntry } from './publicity-entry.tsx';
import './publicity.css';

/** What agencies are about to approve, or have approved, for everyone to read; who has logged in may object. */
export default function PublicityPage() {
  const words = useLanguage().text.publicity;
  const { cursor, pagerFor } = usePageTurning();
  const address = publicisedAddress(cursor);
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<PublicisedApplication>>(address, signal));

  return (
    <Page title={words.title} lead={words.lead}>
      <Answered answer={answer}>
        {({ items, next: cursorOfNext }) =>
          items.length === 0 ? (
            <Statement title={words.empty} explanation={words.emptyRemedy} />
          ) : (
            <>
              <ul className="publicity-list">
                {items.map((application) => (
                  <PublicityEntry key={application.id} application={application} />
                ))}
              </ul>
              <Pager {...pagerFor(cursorOfNext)} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
