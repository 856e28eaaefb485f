import { useEffect, useRef } from 'react';
import { announce } from './announcer';

/** Announces a text whenever it becomes another one; not the one that the page opens with. */
export function useAnnounced(text: string | null): void {
  const before = useRef(text);
  useEffect(() => {
    if (text !== null && text !== before.current) announce(text);
    before.current = text;
  }, [text]);
}
