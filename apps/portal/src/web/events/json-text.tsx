import './events.css';

/** A text to be read word for word; it scrolls by keyboard too. */
export const JsonText = ({ label, text }: { label: string; text: string }) => (
  <pre className="json-text" tabIndex={0} role="region" aria-label={label}>
    {text}
  </pre>
);
