import type { Developer } from './developer/developer';
import { differenceOf } from './workspace/difference';
import type { Proposal } from './workspace/proposal';
import { writeAll, WriteError } from './workspace/write-all';

export type Decision =
  | { readonly kind: 'written' | 'declined' | 'shown' | 'unanswered'; readonly files: readonly string[] }
  /** What is to be different. */
  | { readonly kind: 'changes'; readonly text: string };

interface SavingOptions {
  readonly root: string;
  /** Writes without asking. */
  readonly yes: boolean;
  /** Shows only. */
  readonly dryRun: boolean;
}

/**
 * Shows the difference, asks, and writes all or nothing.
 * @throws WriteError where the disk does not take the files
 */
export async function save(
  proposal: Proposal,
  developer: Developer,
  options: SavingOptions,
): Promise<Decision> {
  const changed = proposal.changedSince();
  if (changed.length > 0) return outdated(changed, developer);
  const changes = proposal.changes();
  const files = changes.map(({ path }) => path);
  developer.tell({
    type: 'difference',
    files: changes.map((change) => ({ path: change.path, difference: differenceOf(change) })),
  });
  if (options.dryRun) return { kind: 'shown', files };
  if (!options.yes) {
    const answer = await developer.ask({
      kind: 'write',
      text: 'Write these files? y, n, or what to change:',
    });
    if (answer === undefined) return { kind: 'unanswered', files: [] };
    if (/^(n|no|)$/i.test(answer)) return { kind: 'declined', files: [] };
    if (!/^(y|yes)$/i.test(answer)) return { kind: 'changes', text: answer };
  }
  // The developer may have thought for long.
  const late = proposal.changedSince();
  if (late.length > 0) return outdated(late, developer);
  writeAll(options.root, changes);
  return { kind: 'written', files };
}

function outdated(paths: readonly string[], developer: Developer): Decision {
  const names = paths.join(', ');
  developer.tell({
    type: 'notice',
    text: `${names} changed meanwhile, and is not overwritten. The model looks again.`,
  });
  return {
    kind: 'changes',
    text: `Somebody has changed ${names} since you read it. Read it again, keep what they did, and propose, check and test again.`,
  };
}

export { WriteError };
