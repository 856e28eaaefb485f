import { useEffect, useState } from 'react';

const clearAfterMs = 3_000;
const listeners = new Set<(text: string) => void>();

/** Has a screen reader say `text` when it next pauses. */
export function announce(text: string): void {
  listeners.forEach((listener) => listener(text));
}

/** The polite live region that speaks announcements; it stands once, in the frame. */
export function Announcer() {
  const [spoken, setSpoken] = useState({ text: '', turn: 0 });
  useEffect(() => {
    const listener = (text: string): void => setSpoken(({ turn }) => ({ text, turn: turn + 1 }));
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  useEffect(() => {
    // Said once; a screen reader that browses the page later must not find old news.
    const timer = setTimeout(() => setSpoken(({ turn }) => ({ text: '', turn })), clearAfterMs);
    return () => clearTimeout(timer);
  }, [spoken.turn]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-label="Announcements">
      {/* A new key makes a repeated sentence a change, so it is said again. */}
      <span key={spoken.turn}>{spoken.text}</span>
    </div>
  );
}
