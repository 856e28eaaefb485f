import { INITIALIZE } from '../mcp/program';

/** How a new session is answered. */
export async function statusAt(url: URL, token: string): Promise<number> {
  const response = await initialize(url, token);
  await response.body?.cancel();
  return response.status;
}

/** A stream on which a session of the 2025 era listens. */
export function streamAt(url: URL, token: string): { opened: Promise<void>; ended: Promise<void> } {
  const open = async () => {
    const first = await initialize(url, token);
    await first.text();
    const session = first.headers.get('mcp-session-id') ?? '';
    const stream = await fetch(url, { headers: { ...headersFor(token), 'mcp-session-id': session } });
    if (stream.status !== 200) throw new Error(`The stream was answered with ${stream.status}`);
    return stream;
  };
  const opening = open();
  const nothing = () => undefined;
  const ended = opening.then((stream) => stream.text()).then(nothing, nothing);
  return { opened: opening.then(nothing), ended };
}

async function initialize(url: URL, token: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: headersFor(token), body: JSON.stringify(INITIALIZE) });
}

function headersFor(token: string): Record<string, string> {
  const accept = 'application/json, text/event-stream';
  return { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` };
}
