import { type ChangeEvent, useEffect, useRef, useState } from 'react';

const settleMs = 300;

interface Typed {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** A text that is handed on once the typing rests, and follows what it is changed to elsewhere. */
export function useTyped(value: string, onSettled: (value: string | null) => void): Typed {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      latest.current(text === '' ? null : text);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return { value: text, onChange: (event) => setText(event.currentTarget.value) };
}
