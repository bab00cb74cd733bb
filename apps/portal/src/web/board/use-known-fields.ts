import { figureAddress } from '../api/addresses.ts';
import { dimensionOf, type Figure } from '../api/figures.ts';
import { toFailureText } from '../states/failure-text.ts';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { unknownRegion } from '../url/figure-filters.ts';

const address = figureAddress('project-states', ['field'], {});

/** The fields that projects are of, as the figures know them; `whyNone` is what an empty list says. */
export const useKnownFields = (): { readonly fields: readonly string[]; readonly whyNone?: string } => {
  const { text } = useLanguage();
  const answer = useAnswer(address, (api, signal) => api.read<Figure>(address, signal));
  switch (answer.status) {
    case 'loaded':
      // A project without a field is told under the same word as one without a region.
      return { fields: answer.value.rows.map((row) => dimensionOf(row, 'field')).filter((field) => field !== unknownRegion) };
    case 'failed':
      return { fields: [], whyNone: toFailureText(answer.problem, text).title };
    case 'loading':
      return { fields: [], whyNone: text.app.loading };
  }
};
