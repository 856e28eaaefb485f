import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { announce } from '../../interface/announcer';
import { lastInbox } from '../../inbox/list/last-opened';
import { type ListWalk, useTaskList } from './use-task-list';

/** What was decided on the page before, for the page that comes after it. */
interface JustDecided {
  taskId: string;
  title: string;
  text: string;
}

export interface TaskWalk {
  list: ListWalk;
  toNext: (decided?: JustDecided) => void;
  toPrevious: () => void;
  toList: () => void;
}

/** The ways from a task to those beside it in the list that the person came from, and back to the list. */
export function useTaskWalk(taskId: string): TaskWalk {
  const navigate = useNavigate();
  const list = useTaskList(taskId);
  const going = useRef(false);
  const open = (id: string, decided?: JustDecided): void =>
    void navigate(`/tasks/${id}`, { state: decided ? { decided } : null });
  const toList = (): void => void navigate(lastInbox.path());
  const toNext = async (decided?: JustDecided): Promise<void> => {
    if (going.current) return;
    going.current = true;
    const id = await list.next();
    going.current = false;
    if (id !== null) return open(id, decided);
    announce('This was the last task of the list.');
    if (decided) toList();
  };
  const toPrevious = (): void => {
    const id = list.previous();
    if (id === null) announce('This is the first task of the list.');
    else open(id);
  };
  return { list, toNext: (decided) => void toNext(decided), toPrevious, toList };
}
