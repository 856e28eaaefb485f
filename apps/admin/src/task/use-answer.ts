import { useState } from 'react';
import { useViewer } from '../app/viewer';
import { dropDraft, keepDraft, readDraft } from './drafts';

export interface AnswerState {
  data: unknown;
  /** Something was typed that is not sent. */
  dirty: boolean;
  change: (data: unknown) => void;
  /** Forgets what was typed. */
  clear: () => void;
}

/** What is in the form: the draft of before if there is one, else what the form opens with. */
export function useAnswer(taskId: string, initial: unknown): AnswerState {
  const { id: viewerId } = useViewer();
  const key = `${viewerId} ${taskId}`;
  const [data, setData] = useState(() => readDraft(key) ?? initial);
  const [dirty, setDirty] = useState(() => readDraft(key) !== undefined);
  return {
    data,
    dirty,
    change: (next) => {
      const changed = JSON.stringify(next) !== JSON.stringify(initial);
      setData(next);
      setDirty(changed);
      if (changed) keepDraft(key, next);
      else dropDraft(key);
    },
    clear: () => {
      dropDraft(key);
      setDirty(false);
    },
  };
}
