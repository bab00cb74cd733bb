import { boardCountAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import type { Page } from '../api/events.ts';
import { type Light, lights } from '../api/project.ts';
import { useAnswer } from '../states/use-answer.ts';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import type { BoardView } from '../url/board-view.ts';

const readCounts = async (api: Api, view: BoardView, signal: AbortSignal): Promise<ReadonlyMap<Light, number | undefined>> =>
  new Map(
    await Promise.all(
      lights.map(async (light) => [light, (await api.read<Page<unknown>>(boardCountAddress(view, light), signal)).count] as const),
    ),
  );

/** How many projects show each light, each a button that narrows the board to it. */
export const LightFilter = ({ view, onChange }: { view: BoardView; onChange: (light: readonly Light[]) => void }) => {
  const words = board[useLanguage().lang];
  const format = useFormat();
  const counts = useAnswer(boardCountAddress(view, 'warned'), (api, signal) => readCounts(api, view, signal));
  const toggled = (light: Light) => (view.light.includes(light) ? view.light.filter((each) => each !== light) : [...view.light, light]);
  return (
    <div className="light-filter" role="group" aria-label={words.lightsLabel}>
      {lights.map((light) => {
        const count = counts.status === 'loaded' ? counts.value.get(light) : undefined;
        return (
          <button
            key={light}
            type="button"
            className="light-button"
            aria-pressed={view.light.includes(light)}
            title={words.lightNotes[light]}
            onClick={() => onChange(toggled(light))}
          >
            <span className={`light light-${light}`}>{words.lights[light]}</span>
            <strong>{count === undefined ? '–' : format.count(count)}</strong>
          </button>
        );
      })}
    </div>
  );
};
