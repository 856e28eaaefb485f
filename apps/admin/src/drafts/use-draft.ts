import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { offerSaving } from '../interface/waiting-saves';
import { announce } from '../interface/announcer';
import { useViewer } from '../viewer/viewer';
import { readFragment } from '../generated';
import type { DraftFragment } from '../generated/graphql';
import { DiscardTaskDraft, DraftFields, ReadDraft } from './draft-operations';
import { type DraftPhase, DraftSaver, type DraftState, openingState } from './draft-saver';
import { dropUnsaved, keepUnsaved, readUnsaved } from './unsaved-drafts';
import { useSaveDraft } from './use-save-draft';

type ServerDraft = DraftFragment['draft'];

export interface AnswerDraft extends DraftState {
  /** What is in the form: where there is no draft, what the caller says that it opens with. */
  data: unknown;
  /** The form's key: it changes when the form has to show other data than the person typed. */
  origin: number;
  change: (data: unknown) => void;
  /** Resolves when no save is on its way, with the task's revision after the last one. */
  hold: () => Promise<number>;
  /** Saving goes on after `hold`. */
  release: () => void;
  /** The answer was sent: there is no draft any more. */
  finish: () => void;
  /** Throws the draft away, here and on the server. */
  discard: () => Promise<void>;
  keepMine: () => void;
  takeTheirs: () => Promise<void>;
}

/**
 * What is in the form: what this page could not save yet, else the draft on the server, else what the form opens with.
 * Changes are saved on the server while the person types, so that any other device goes on from there.
 */
export function useDraft(taskId: string, initial: unknown, onServer: ServerDraft): AnswerDraft {
  const apollo = useApolloClient();
  const { id: viewerId } = useViewer();
  const key = `${viewerId} ${taskId}`;
  const save = useSaveDraft(taskId);
  const [shown, setShown] = useState(() => ({
    data: readUnsaved(key)?.data ?? onServer?.data ?? initial,
    origin: 0,
  }));
  const [base] = useState(() => ({
    version: readUnsaved(key)?.version ?? onServer?.version ?? 0,
    savedAt: onServer?.savedAt ?? null,
  }));
  const [state, setState] = useState<DraftState>(() => openingState(base));
  const [saver] = useState(() => {
    const saver = new DraftSaver({
      ...base,
      save,
      onState: (next) => {
        followUnsaved(key, next.phase, saver.version);
        setState(next);
      },
    });
    return saver;
  });
  const show = (data: unknown): void => setShown(({ origin }) => ({ data, origin: origin + 1 }));

  useEffect(() => {
    const unsaved = readUnsaved(key);
    if (unsaved) saver.change(unsaved.data);
    return () => saver.flush();
  }, [saver, key]);

  useEffect(() => offerSaving(taskId, () => saver.settled()), [saver, taskId]);

  // Another device has saved, and nothing was typed here since.
  useEffect(() => {
    const idle = saver.phase === 'saved' || saver.phase === 'clean';
    if (!onServer || !idle || onServer.version <= saver.version) return;
    saver.adopt(onServer.version, onServer.savedAt);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- because the saver, which stands outside React, takes over the same draft in this step
    show(onServer.data);
    announce('The draft from your other device is shown.');
  }, [onServer, saver]);

  const adopt = (draft: ServerDraft): void => {
    dropUnsaved(key);
    saver.adopt(draft?.version ?? 0, draft?.savedAt ?? null);
    show(draft?.data ?? initial);
  };
  return {
    ...state,
    ...shown,
    change: (data) => {
      if (JSON.stringify(data) === JSON.stringify(shown.data)) return;
      setShown(({ origin }) => ({ data, origin }));
      keepUnsaved(key, { data, version: saver.version });
      saver.change(data);
    },
    hold: async () => {
      await saver.hold();
      return saver.revision;
    },
    release: () => saver.release(),
    finish: () => {
      saver.stop();
      dropUnsaved(key);
    },
    discard: async () => {
      await saver.hold();
      const input = { taskId, expectedVersion: saver.version };
      const { data } = await apollo.mutate({ mutation: DiscardTaskDraft, variables: { input } });
      if (data) adopt(readFragment(DraftFields, data.discardTaskDraft.task).draft);
    },
    keepMine: () => saver.keepMine(),
    takeTheirs: async () => {
      const { data } = await apollo.query({
        query: ReadDraft,
        variables: { id: taskId },
        fetchPolicy: 'network-only',
      });
      if (data) adopt(readFragment(DraftFields, data.task).draft);
    },
  };
}

/** What this page keeps in memory follows what the server has, also after the form is gone. */
function followUnsaved(key: string, phase: DraftPhase, version: number): void {
  if (phase === 'saved' || phase === 'off') return dropUnsaved(key);
  const unsaved = readUnsaved(key);
  if (unsaved && phase !== 'conflict') keepUnsaved(key, { ...unsaved, version });
}
