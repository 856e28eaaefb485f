import { join } from 'node:path';
import type { connectionFrom } from '@orkestra/sdk/connection';
import type { Environment } from '../environment/environment';

/** Of apps/operator, which the build puts into this package as one file. */
export interface OperatorProgram {
  runOperator(
    args: readonly string[],
    env: Environment,
    streams: { out(text: string): void; err(text: string): void },
  ): Promise<number>;
  readonly connectionFrom: typeof connectionFrom;
  examineDatabase(env: Environment): Promise<DatabaseExamination>;
}

interface DatabaseExamination {
  readonly findings: readonly {
    readonly check: string;
    readonly state: 'ok' | 'warn' | 'fail' | 'skipped';
    readonly message: string;
    readonly repair?: string;
  }[];
  readonly clock?: { readonly aheadMs: number; readonly uncertaintyMs: number };
}

/** Loaded only where it is needed: what connects an agent starts without the database and all that goes with it. */
export async function operatorProgram(): Promise<OperatorProgram> {
  return (await import(join(__dirname, '..', 'operator.js'))) as OperatorProgram;
}
