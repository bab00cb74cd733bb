import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../text/language.tsx';

/** Copies the address of the page as it stands; browsers allow that only where the page came safely. */
export const CopyLink = () => {
  const { text } = useLanguage();
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button type="text" onClick={() => void copy()}>
      <span role="status">{copied ? text.events.linkCopied : text.events.copyLink}</span>
    </Button>
  );
};
