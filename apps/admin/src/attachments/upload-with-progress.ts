import { uploadMessage } from './attachment-upload';
import { isRecord } from '../interface/values/is-record';

export interface Upload {
  /** Rejects with an `Error` for the person; resolves once the server has the file. */
  done: Promise<void>;
  cancel: () => void;
}

/** Sends a file to a task. `fetch` does not tell how far an upload is, so this is the older way. */
export function startUpload(taskId: string, file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new Error(uploadMessage(request.status, problemOf(request.responseText))));
    };
    request.onerror = () =>
      reject(new Error('Orkestra can’t be reached. Check the connection, then try again.'));
    request.onabort = () => reject(new Error('Cancelled.'));
  });
  request.open('POST', `/api/v1/tasks/${encodeURIComponent(taskId)}/attachments`);
  request.setRequestHeader('accept', 'application/json');
  const body = new FormData();
  body.append('file', file);
  request.send(body);
  return { done, cancel: () => request.abort() };
}

/** Deletes an attachment. @throws Error for the person */
export async function deleteAttachment(url: string): Promise<void> {
  const response = await fetch(url, { method: 'DELETE', credentials: 'same-origin' }).catch(() => null);
  if (response === null) throw new Error('Orkestra can’t be reached. Check the connection, then try again.');
  if (!response.ok) throw new Error(uploadMessage(response.status, problemOf(await response.text())));
}

function problemOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}
