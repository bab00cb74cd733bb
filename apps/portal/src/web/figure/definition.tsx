import { Fragment } from 'react';

/** A definition of the catalogue; what it puts between back quotes are words of the interface. */
export const Definition = ({ words }: { words: string }) =>
  words.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>));
