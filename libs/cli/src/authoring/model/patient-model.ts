import { setTimeout as sleep } from 'node:timers/promises';
import type { Model, ModelReply, ModelRequest } from './model';
import { ModelError } from './model.errors';

const ATTEMPTS = 6;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 120_000;

/** Asks again when the service is busy or the connection breaks; no tool has run by then. */
export class PatientModel implements Model {
  readonly name: string;
  readonly host: string;

  constructor(
    private readonly model: Model,
    private readonly tell: (line: string) => void,
  ) {
    this.name = model.name;
    this.host = model.host;
  }

  async reply(request: ModelRequest): Promise<ModelReply> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.model.reply(request);
      } catch (error) {
        const waitMs = request.signal.aborted ? undefined : waitAfter(error, attempt);
        if (waitMs === undefined) throw error;
        this.tell(`${(error as Error).message}. Trying again in ${Math.ceil(waitMs / 1_000)} s.`);
        await sleep(waitMs, undefined, { signal: request.signal });
      }
    }
  }
}

function waitAfter(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof ModelError) || attempt >= ATTEMPTS) return undefined;
  if (error.trouble !== 'busy' && error.trouble !== 'broken') return undefined;
  const waitMs = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
  return waitMs > LONGEST_WAIT_MS ? undefined : waitMs;
}
