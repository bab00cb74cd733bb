/** The mark: two regions, and what they hold in common. `public/mark.svg` is the same. */
export const Mark = ({ size }: { size: number }) => (
  <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <circle cx="11.5" cy="16" r="8.5" fill="none" stroke="currentColor" strokeWidth="3" />
    <circle cx="20.5" cy="16" r="8.5" fill="none" stroke="currentColor" strokeWidth="3" />
    <path d="M16 8.8a8.5 8.5 0 0 1 0 14.4a8.5 8.5 0 0 1 0-14.4z" fill="currentColor" />
  </svg>
);
