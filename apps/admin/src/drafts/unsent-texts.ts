import { useState } from 'react';

const texts = new Map<string, Map<string, string>>();

/**
 * A text of a task that is kept nowhere but on this page, such as the reason of a decision. It is there still when what
 * it was written in has gone, because others closed the task.
 */
export function useUnsentText(taskId: string, name: string): [string, (text: string) => void] {
  const [text, setText] = useState('');
  const change = (next: string): void => {
    setText(next);
    const ofTask = texts.get(taskId) ?? new Map<string, string>();
    if (next.trim() === '') ofTask.delete(name);
    else ofTask.set(name, next);
    texts.set(taskId, ofTask);
  };
  return [text, change];
}

/** What was written and not sent, by what it was to be. */
export function unsentTexts(taskId: string): [name: string, text: string][] {
  return [...(texts.get(taskId) ?? [])];
}

export function dropUnsentTexts(taskId: string): void {
  texts.delete(taskId);
}

/** Called at sign-out, so that the next person finds nothing. */
export function forgetUnsentTexts(): void {
  texts.clear();
}
