import { StartRefusedError } from '../environment/cli.errors';

/** Codes of gRPC. */
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const FAILED_PRECONDITION = 9;
const UNIMPLEMENTED = 12;

const WITHOUT = 'To run without versions: npx orkestra worker --unversioned';

export function isNotFound(error: unknown): boolean {
  return codeOf(error) === NOT_FOUND;
}

/** No worker of that build has reached Temporal. */
export class UnknownBuildError extends StartRefusedError {
  constructor(deployment: string, buildId: string | undefined) {
    const which = buildId === undefined ? '' : ` with the build ${buildId}`;
    super(
      `Temporal knows no deployment "${deployment}"${which}. Start its worker first: npx orkestra worker --no-promote`,
      1,
    );
  }
}

/** Temporal has not yet heard of a worker of that build. */
export function isTooEarly(error: unknown): boolean {
  return error instanceof UnknownBuildError || codeOf(error) === FAILED_PRECONDITION;
}

/** What went wrong with a deployment, in a sentence that says what to do. */
export function explained(error: unknown): unknown {
  const code = codeOf(error);
  const reason = reasonOf(error);
  if (code === UNIMPLEMENTED)
    return new StartRefusedError(
      `This Temporal server is too old for worker versions: it needs 1.28 or later. ${WITHOUT}`,
      1,
    );
  if (code === PERMISSION_DENIED && /deployment|version/i.test(reason))
    return new StartRefusedError(
      `Worker versions are switched off in this Temporal namespace (${reason}). Switch them on by system.enableDeploymentVersions. ${WITHOUT}`,
      1,
    );
  return error;
}

/** The server's own words, without gRPC's code in front. */
export function reasonOf(error: unknown): string {
  const { details, message } = error as { details?: string; message?: string };
  return details || message || String(error);
}

function codeOf(error: unknown): number | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'number') return code;
  return cause == null ? undefined : codeOf(cause);
}
