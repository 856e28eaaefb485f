import { useEffect, useRef, useState } from 'react';
import { announce } from './announcer';
import { saveFile } from './save-file';

export type DownloadState =
  | { kind: 'idle' }
  | { kind: 'running'; bytes: number }
  | { kind: 'done'; bytes: number }
  | { kind: 'failed'; message: string };

/**
 * Downloads a file that the server writes while it is read, and tells how much has come.
 * @param name of the file
 */
export function useDownload(path: string, name: string) {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: 'running', bytes: 0 });
    try {
      let bytes = 0;
      const response = await fetch(path, { signal: controller.signal });
      if (!response.ok || response.body === null) throw new Error(await problemOf(response));
      const counted = response.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (chunk, next) => {
            bytes += chunk.length;
            setState({ kind: 'running', bytes });
            next.enqueue(chunk);
          },
        }),
      );
      saveFile(await new Response(counted).blob(), name);
      setState({ kind: 'done', bytes });
      announce('The export is complete.');
    } catch (error) {
      if (controller.signal.aborted) return setState({ kind: 'idle' });
      const message = error instanceof Error ? error.message : String(error);
      setState({ kind: 'failed', message });
      announce('The export was broken off.');
    }
  };
  return { state, start, cancel: () => stop.current?.abort() };
}

async function problemOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { detail?: string };
  return body.detail ?? 'The server did not answer as expected. Try again.';
}
