import { useState } from 'react';
import { announce } from '../interface/announcer';
import { useViewer } from '../viewer/viewer';
import { type ApiError, readApiError } from '../errors/api-error';
import type { TaskRowFragment } from '../generated/graphql';
import { doneText, namedUser } from './command.words';
import type { CommandInput, CommandName } from './commands';
import { conflictText } from './conflict.words';
import { type Undo, undoOf } from './undo';
import { useTaskCommands } from './use-task-commands';
import { saveWaiting } from '../interface/waiting-saves';

const handsOn: CommandName[] = ['DELEGATE', 'RESOLVE'];

class UnsavedError extends Error {}

const unsaved: ApiError = {
  code: 'UNAVAILABLE',
  reason: null,
  message: 'What you typed last could not be saved, so the task was not handed on. Try again.',
  fields: [],
  details: {},
  correlationId: null,
};

/** What the last command did, and the way back where there is one. */
export interface Done {
  name: CommandName;
  text: string;
  /** Of the task after it: what others do later makes this old news. */
  revision: number;
  undo: Undo | null;
}

/** A command that has just gone through, whatever became of the task since. */
export interface Went {
  name: CommandName;
  text: string;
}

export interface TaskActions {
  /** The command that is under way. */
  busy: CommandName | null;
  /** What the last refused command said; nothing after one that went through. */
  outcome: ApiError | null;
  done: Done | null;
  /** The last one that went through; another object each time. */
  went: Went | null;
  /** Resolves to the server's error, or to null when the command went through. */
  send: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<ApiError | null>;
  /** The same for a dialog that shows the error itself. */
  sendQuietly: TaskActions['send'];
  undo: (undo: Undo) => void;
  dismiss: () => void;
}

/** The commands of the task page, one at a time, with what came of them; afterwards the task is read again. */
export function useTaskActions(task: TaskRowFragment, onReread: () => void): TaskActions {
  const run = useTaskCommands();
  const viewer = useViewer();
  const [busy, setBusy] = useState<CommandName | null>(null);
  const [outcome, setOutcome] = useState<ApiError | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [went, setWent] = useState<Went | null>(null);

  const send = async <Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    { isUndo = false, quiet = false } = {},
  ): Promise<ApiError | null> => {
    if (busy) return null;
    setBusy(name);
    setOutcome(null);
    setDone(null);
    try {
      // Whoever holds it next goes on from what was filled in.
      if (handsOn.includes(name) && !(await saveWaiting(task.id))) throw new UnsavedError();
      const after = await run(name, task.id, input);
      const text = `${isUndo ? 'Undone. ' : ''}${doneText(name, after, namedUser(input))}`;
      setDone({
        text,
        name,
        revision: after.revision,
        undo: isUndo ? null : undoOf(name, task, viewer.id, new Date()),
      });
      setWent({ name, text });
      announce(text);
      return null;
    } catch (error) {
      const refused = error instanceof UnsavedError ? unsaved : readApiError(error);
      const explained = { ...refused, message: conflictText(refused) };
      if (!quiet) setOutcome(explained);
      return explained;
    } finally {
      setBusy(null);
      onReread();
    }
  };
  return {
    busy,
    outcome,
    went,
    done: done !== null && task.revision <= done.revision ? done : null,
    send: (name, input) => send(name, input),
    sendQuietly: (name, input) => send(name, input, { quiet: true }),
    undo: ({ name, input }) => void send(name, input, { isUndo: true }),
    dismiss: () => {
      setOutcome(null);
      setDone(null);
    },
  };
}
