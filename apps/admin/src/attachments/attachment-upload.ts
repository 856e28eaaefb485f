import { isRecord } from '../interface/values/is-record';

export interface UploadedFile {
  id: string;
  name: string;
}

/** A refused upload, with a message for the person. */
export class UploadError extends Error {}

/** Names of what was uploaded here, so that an answer that comes back from a draft can show them. */
const names = new Map<string, string>();

export function uploadedName(id: string): string | undefined {
  return names.get(id);
}

/** Attaches a file to the task. @throws UploadError */
export async function uploadAttachment(taskId: string, file: File): Promise<UploadedFile> {
  const body = new FormData();
  body.append('file', file);
  const response = await send(`/api/v1/tasks/${encodeURIComponent(taskId)}/attachments`, body);
  const answer = await jsonOf(response);
  if (!response.ok) throw new UploadError(uploadMessage(response.status, answer));
  if (typeof answer.id !== 'string') throw new UploadError(unexpected);
  names.set(answer.id, file.name);
  return { id: answer.id, name: file.name };
}

const unexpected = 'The file could not be attached. Try again.';

/** What to tell a person whose upload was answered with this HTTP status. */
export function uploadMessage(status: number, problem: Record<string, unknown>): string {
  if (status === 401) return 'Your session has ended. Sign in again, then attach the file.';
  if (status === 413) return 'The file is too large. Attach one of 25 MB or less.';
  if (status === 404 || status === 405) return 'Files cannot be attached to this task.';
  if (status >= 500) return 'The server could not take the file just now. Try again in a moment.';
  return typeof problem.detail === 'string' ? problem.detail : unexpected;
}

async function send(path: string, body: FormData): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      body,
    });
  } catch {
    throw new UploadError('Orkestra can’t be reached. Check the connection, then attach the file again.');
  }
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}
