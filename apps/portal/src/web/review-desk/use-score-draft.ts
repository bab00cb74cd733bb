import { useState } from 'react';
import { useUsername } from '../session/session-context.tsx';
import { draftKey, emptyDraft, parseDraft, type ScoreDraft } from './score-draft.ts';

/** The draft of a review's score, which the browser keeps until it is given. */
export const useScoreDraft = (review: string) => {
  const key = draftKey(useUsername(), review);
  const [draft, setDraft] = useState(() => parseDraft(localStorage.getItem(key)) ?? emptyDraft);
  const [isKept, setKept] = useState(true);
  const keep = (changed: ScoreDraft) => {
    setDraft(changed);
    try {
      localStorage.setItem(key, JSON.stringify(changed));
      setKept(true);
    } catch {
      // A full or forbidden storage: what is typed stays on the page, and the reviewer is told.
      setKept(false);
    }
  };
  return { draft, keep, isKept, forget: () => localStorage.removeItem(key) };
};
