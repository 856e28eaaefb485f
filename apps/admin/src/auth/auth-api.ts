/** What the sign-in page sends. */
export interface Credentials {
  tenant: string;
  email: string;
  password: string;
}

/** Who is signed in now, or what is asked for next. */
export type SignInStep =
  | { signedIn: object }
  | { next: 'second-factor'; ticket: string; factors: ('totp' | 'passkey' | 'recovery-code')[] };

/** Opens a session (the browser keeps it in a cookie that scripts can't read). @throws SignInError */
export async function signIn(credentials: Credentials): Promise<SignInStep> {
  const response = await post('/api/v1/auth/sign-in', credentials);
  if (response.ok) return (await response.json()) as SignInStep;
  const { status, headers } = response;
  throw new SignInError(
    status === 403 ? await detailOf(response) : signInMessage(status, headers.get('retry-after')),
  );
}

/** Any other step of signing in. @throws SignInError in the server's words */
export async function authStep<Answer = SignInStep>(path: string, body: object): Promise<Answer> {
  const response = await post(`/api/v1/auth/${path}`, body);
  if (response.ok) return (await response.json()) as Answer;
  throw new SignInError(await detailOf(response), response.status);
}

/**
 * Ends the session.
 * @returns where the directory is signed out of too; null where there is none
 * @throws SignInError when the server can't be reached
 */
export async function signOut(): Promise<string | null> {
  const response = await post('/api/v1/auth/sso/sign-out', {});
  const answer = (await response.json().catch(() => ({}))) as { url?: string | null };
  return answer.url ?? null;
}

/** A way to sign in beside a password. */
export interface Door {
  connectionId: string;
  name: string;
}

/** The directories for an e-mail address or a workspace. Nothing where they cannot be asked for: there is the password. */
export async function findDoors(email: string, tenant: string): Promise<Door[]> {
  const response = await post('/api/v1/auth/sso/find', { email, tenant }).catch(() => undefined);
  if (!response?.ok) return [];
  return ((await response.json()) as { connections: Door[] }).connections;
}

/** Where the browser goes for a sign-in by a directory. */
export function doorAddress({ connectionId }: Door, email: string, returnTo: string): string {
  const query = new URLSearchParams({ returnTo, ...(email !== '' && { email }) });
  return `/api/v1/auth/sso/${connectionId}/start?${query.toString()}`;
}

/** A refused sign-in, with a message for the person. */
export class SignInError extends Error {
  constructor(
    message: string,
    /** Undefined where there was no answer. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** What to tell a person about any failure of signing in. */
export function failureText(failure: unknown): string {
  return failure instanceof SignInError ? failure.message : 'Something went wrong. Try again.';
}

/** What to tell a person whose sign-in was answered with this HTTP status. */
export function signInMessage(status: number, retryAfter: string | null): string {
  if (status === 401 || status === 403 || status === 404)
    return 'The workspace, e-mail or password is not right. Check all three and try again.';
  if (status === 400 || status === 422) return 'Fill in the workspace, a valid e-mail and the password.';
  if (status === 429) return `Too many attempts. Try again in ${waitText(retryAfter)}.`;
  return 'Orkestra could not sign you in just now. Try again in a moment.';
}

function waitText(retryAfter: string | null): string {
  const seconds = Number(retryAfter);
  return Number.isInteger(seconds) && seconds > 0 ? `${seconds} seconds` : 'a minute';
}

async function detailOf(response: Response): Promise<string> {
  const fallback = signInMessage(response.status, response.headers.get('retry-after'));
  const problem = (await response.json().catch(() => ({}))) as { detail?: unknown };
  return response.status < 500 && typeof problem.detail === 'string' ? problem.detail : fallback;
}

async function post(path: string, body: object): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch {
    throw new SignInError('Orkestra can’t be reached. Check the connection, then try again.');
  }
}
