import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { callAddress, panelsAddress, rankingAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { CallOfPanels, Panel, Ranking } from '../api/panel.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { Decisions } from './decisions.tsx';
import { Shortlisting } from './shortlisting.tsx';

/** All that a panel has before it. */
export interface OnTheTable {
  readonly call: CallOfPanels;
  readonly ranking: Ranking;
  /** Once it has decided. */
  readonly panel: Panel | undefined;
}

const readTable = async (api: Api, { call, area }: { call: string; area: string }, signal: AbortSignal): Promise<OnTheTable> => {
  const [ranking, panels, of] = await Promise.all([
    api.read<Ranking>(rankingAddress(call, area), signal),
    api.read<PageOf<Panel>>(panelsAddress(call, area), signal),
    api.read<CallOfPanels>(callAddress(call), signal),
  ]);
  return { ranking, panel: panels.items[0], call: of };
};

const PanelView = ({ call, area }: { call: string; area: string }) => {
  const words = useReviewingText();
  const format = useFormat();
  const [decided, setDecided] = useState<readonly number[]>([]);
  const [reads, setReads] = useState(0);
  const answer = useAnswer(`${rankingAddress(call, area)} ${reads}`, (api, signal) => readTable(api, { call, area }, signal));
  const reload = () => setReads((count) => count + 1);
  const justDecided = decided.at(-1);
  return (
    <Answered answer={answer} isPage>
      {(table) => {
        const { ranking, panel } = table;
        const awaited = ranking.items.reduce((sum, row) => sum + (row.status === 'eligible' && !row.isListed ? row.awaited : 0), 0);
        return (
          <Page
            title={table.call.areas.find(({ code }) => code === area)?.title ?? area}
            lead={
              <>
                <Link to="/panels">{words.panels.back}</Link> · {words.panel.lead(table.call.number)} ·{' '}
                {words.panel.facts(format.count(ranking.quota), format.count(ranking.places))}
              </>
            }
          >
            <div className="panel-page">
              {justDecided !== undefined && (
                <Alert role="status" type="success" showIcon title={words.panel.sent(format.count(justDecided))} />
              )}
              {awaited > 0 && <Alert type="info" showIcon title={words.panel.awaited(format.count(awaited))} />}
              {ranking.items.length === 0 ? (
                <Statement title={words.panel.empty} explanation={words.panel.emptyRemedy} />
              ) : (
                <Shortlisting
                  key={decided.length}
                  table={table}
                  reload={reload}
                  onDecided={(count) => {
                    setDecided((before) => [...before, count]);
                    reload();
                  }}
                />
              )}
              <Decisions panel={panel} ranking={ranking} />
            </div>
          </Page>
        );
      }}
    </Answered>
  );
};

/** The ranking of an area of a call, by which its panel decides whom it puts on the list. */
export const PanelPage = () => {
  const { call = '', area = '' } = useParams();
  return <PanelView key={`${call} ${area}`} call={call} area={area} />;
};
