import type { ClipboardEvent } from 'react';
import { numberText } from './readable-number';

export interface NumberValueProps {
  value: number;
  /** What it is called where it stands. */
  name?: string;
  besideCurrency?: boolean;
}

/** A number as a person reads it; the exact one is there on hover, and is what gets copied. */
export function NumberValue({ value, name = '', besideCurrency = false }: NumberValueProps) {
  const { shown, exact } = numberText(value, name, besideCurrency);
  if (shown === exact) return exact;
  const copyExact = (event: ClipboardEvent<HTMLElement>): void => {
    const selection = document.getSelection();
    const { currentTarget } = event;
    const within = [selection?.anchorNode, selection?.focusNode].every((node) =>
      currentTarget.contains(node ?? null),
    );
    // A longer selection is copied as it is seen.
    if (!within) return;
    event.clipboardData.setData('text/plain', exact);
    event.preventDefault();
  };
  return (
    <data value={exact} title={exact} onCopy={copyExact}>
      {shown}
    </data>
  );
}
