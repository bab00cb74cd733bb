import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { candidatesAddress } from '../api/addresses.ts';
import type { Candidate, CandidatesPage } from '../api/candidates.ts';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { Statement } from '../states/statement.tsx';
import { usePages } from '../states/use-pages.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { CandidateTable } from './candidate-table.tsx';
import { tallyOf } from './inviting.ts';
import { useInviting } from './use-inviting.ts';

interface CandidatesProps {
  readonly application: string;
  readonly field: string | undefined;
  readonly onInvited: () => void;
}

const none: ReadonlySet<string> = new Set();

const Candidates = ({ application, field, onInvited }: CandidatesProps) => {
  const words = useReviewingText().invitations;
  const format = useFormat();
  const [chosen, setChosen] = useState(none);
  const { first, items, ...rest } = usePages<Candidate, CandidatesPage>((after) => candidatesAddress(application, field, after));
  const { outcomes, isInviting, inviteThem } = useInviting(application, () => {
    setChosen(none);
    onInvited();
  });
  const tally = tallyOf(outcomes);
  const toggle = (expert: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, expert] : [...before].filter((each) => each !== expert)));
  return (
    <Answered answer={first}>
      {({ inConflict }) => (
        <form
          className="candidates-form"
          onSubmit={(event) => {
            event.preventDefault();
            void inviteThem(items.filter(({ expert }) => chosen.has(expert)));
          }}
        >
          {inConflict > 0 && <p className="panel-note">{words.inConflict(format.count(inConflict))}</p>}
          {items.length === 0 ? (
            <Statement title={words.none} explanation={words.noneRemedy} />
          ) : (
            <>
              <CandidateTable candidates={items} chosen={chosen} outcomes={outcomes} isInviting={isInviting} onToggle={toggle} />
              <MorePages {...rest} />
              <div className="candidates-send">
                <Button htmlType="submit" type="primary" loading={isInviting} disabled={chosen.size === 0}>
                  {chosen.size === 0 ? words.nobody : words.send(format.count(chosen.size))}
                </Button>
                <span role="status">
                  {isInviting && words.progress(format.count(tally.invited + tally.refused), format.count(outcomes.size))}
                  {!isInviting && outcomes.size > 0 && words.result(format.count(tally.invited), format.count(tally.refused))}
                </span>
              </div>
            </>
          )}
        </form>
      )}
    </Answered>
  );
};

/** Whom the officer can invite: of the application's own area, or of another field that he asks for. */
export const CandidatesPanel = ({ application, area, onInvited }: { application: string; area: string; onInvited: () => void }) => {
  const words = useReviewingText().invitations;
  const id = useId();
  const [typed, setTyped] = useState(area);
  const [field, setField] = useState<string>();
  return (
    <section className="panel candidates-panel" aria-labelledby="candidates-title">
      <h2 id="candidates-title">{words.candidates}</h2>
      <p className="panel-note">{words.lead}</p>
      <form
        className="candidates-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setField(typed.trim() === '' ? undefined : typed.trim());
        }}
      >
        <label htmlFor={id}>{words.field}</label>
        <Input id={id} maxLength={60} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button htmlType="submit">{words.search}</Button>
      </form>
      <Candidates key={field ?? area} application={application} field={field} onInvited={onInvited} />
    </section>
  );
};
