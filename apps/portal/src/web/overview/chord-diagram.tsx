import { useNavigate } from 'react-router';
import { LazyChart } from '../charts/lazy-chart.tsx';
import { toChordOption } from '../charts/chord-option.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import type { Drawing } from './drawing.ts';

/** Who works with whom at a glance; the matrix and the table beside it say the same exactly. */
export const ChordDiagram = ({ cells, unit, directed, name, linkTo }: Drawing) => {
  const { text } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const nameOf = (cell: { from: string; to: string }) => text.overview.pair(format.region(cell.from), format.region(cell.to));
  const [strongest] = cells.toSorted((one, other) => other.value - one.value);
  const label = strongest ? text.overview.chordLabel(name, nameOf(strongest), format.value(strongest.value, unit)) : name;
  const option = toChordOption(cells, directed, { region: format.region, value: (value) => format.value(value, unit) });
  return (
    <LazyChart
      className="chord"
      option={option}
      label={label}
      onSelect={(index) => {
        const events = cells[index]?.events;
        if (events !== undefined) void navigate(linkTo(events));
      }}
    />
  );
};
