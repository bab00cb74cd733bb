import { useMemo, useState } from 'react';
import { shortlistAddress, shortlistFurtherAddress } from '../api/addresses.ts';
import { useRoles } from '../session/session-context.tsx';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { useGiving } from '../workbench/form/use-giving.ts';
import { preselected } from './choice.ts';
import { ChoiceBar } from './choice-bar.tsx';
import type { OnTheTable } from './panel-page.tsx';
import { RankingTable } from './ranking-table.tsx';
import { rowRefusals } from './row-refusals.ts';

interface ShortlistingProps {
  readonly table: OnTheTable;
  readonly reload: () => void;
  /** Of how many applications was decided. */
  readonly onDecided: (count: number) => void;
}

/** The ranking with what is chosen of it, and the decision on that. An officer reads it; a director decides. */
export const Shortlisting = ({ table, reload, onDecided }: ShortlistingProps) => {
  const words = useReviewingText().panel;
  const mayDecide = useRoles().includes('director');
  const { ranking, panel, call } = table;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(preselected(ranking)));
  const [sent, setSent] = useState<readonly string[]>([]);
  // In the order of the ranking, which is that in which the reader sees them.
  const applications = ranking.items.flatMap(({ application }) => (chosen.has(application) ? [application] : []));
  const address = panel ? shortlistFurtherAddress(panel.id) : shortlistAddress;
  const { give, isSending, problem } = useGiving(address, panel?.version, () => onDecided(applications.length));
  const refusals = useMemo(() => (problem ? rowRefusals(problem, sent) : new Map()), [problem, sent]);

  const send = (reasons: string) => {
    setSent(applications);
    const place = panel ? {} : { call: ranking.call, area: ranking.area };
    give({ ...place, applications, ...(reasons === '' ? {} : { reasons }) });
  };
  return (
    <section className="panel shortlisting" aria-label={words.columns.choose}>
      <RankingTable
        ranking={ranking}
        axes={call.scoring.axes}
        refusals={refusals}
        {...(mayDecide ? { chosen, onChoose: setChosen } : {})}
      />
      {mayDecide ? (
        <ChoiceBar
          count={applications.length}
          places={ranking.places}
          isSending={isSending}
          {...(problem ? { problem } : {})}
          send={send}
          reload={reload}
          onReset={() => setChosen(new Set(preselected(ranking)))}
          onNone={() => setChosen(new Set())}
        />
      ) : (
        <p className="panel-note">{words.directorOnly}</p>
      )}
    </section>
  );
};
