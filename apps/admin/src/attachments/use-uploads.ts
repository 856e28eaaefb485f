import { useRef, useState } from 'react';
import { announce } from '../interface/announcer';
import { refusalOf } from './file-size.words';
import { startUpload, type Upload } from './upload-with-progress';

export interface UploadLine {
  id: number;
  name: string;
  /** The part of the file that is sent, 0 to 1. */
  share: number;
  /** What went wrong; null while it goes on. */
  error: string | null;
}

export interface Uploads {
  lines: UploadLine[];
  add: (files: readonly File[]) => void;
  /** Stops an upload, or forgets one that failed. */
  drop: (id: number) => void;
}

/** Uploads of this page, one after the other; those that are done disappear. */
export function useUploads(taskId: string, onUploaded: () => void): Uploads {
  const [lines, setLines] = useState<UploadLine[]>([]);
  const last = useRef<Promise<void>>(Promise.resolve());
  const counter = useRef(0);
  const running = useRef(new Map<number, Upload | null>());

  const patch = (id: number, change: Partial<UploadLine>): void =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...change } : line)));
  const forget = (id: number): void => {
    running.current.delete(id);
    setLines((all) => all.filter((line) => line.id !== id));
  };

  const send = async (id: number, file: File): Promise<void> => {
    // Dropped while it waited for its turn.
    if (!running.current.has(id)) return;
    const upload = startUpload(taskId, file, (share) => patch(id, { share }));
    running.current.set(id, upload);
    try {
      await upload.done;
      forget(id);
      announce(`${file.name} is attached.`);
      onUploaded();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The file could not be attached.';
      running.current.set(id, null);
      patch(id, { error: message });
      announce(`${file.name} is not attached. ${message}`);
    }
  };
  return {
    lines,
    add: (files) => {
      for (const file of files) {
        const id = (counter.current += 1);
        const error = refusalOf(file);
        setLines((all) => [...all, { id, name: file.name, share: 0, error }]);
        running.current.set(id, null);
        if (error === null) last.current = last.current.then(() => send(id, file));
      }
    },
    drop: (id) => {
      running.current.get(id)?.cancel();
      forget(id);
    },
  };
}
