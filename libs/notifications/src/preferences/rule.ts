import { type NotificationKind } from '../events/notification-kind';
import { SUBJECT_KINDS, type SubjectKind, type Subjects } from './subjects.queries';
import type { DeliveryMode } from './told-how';

/** What a person wants otherwise for one agent, type of task or workflow, or group. */
export interface Rule {
  subjectKind: SubjectKind;
  /** The id of the agent or group, or the type. */
  subject: string;
  /** Null for all. */
  kind: NotificationKind | null;
  channel: string;
  mode: DeliveryMode;
}

/** Nobody has more. */
export const MOST_RULES = 50;

/**
 * The mode of the rule that counts: of the agent before the type of task, that before the type of workflow, that before the
 * group; of the same subject the one that names the kind before the one for all.
 */
export function exceptionFor(
  rules: readonly Rule[],
  { kind, channel, subjects }: { kind: string; channel: string; subjects: Subjects },
): DeliveryMode | undefined {
  for (const subjectKind of SUBJECT_KINDS) {
    const fitting = rules.filter(
      (rule) =>
        rule.subjectKind === subjectKind &&
        rule.subject === subjects[subjectKind] &&
        rule.channel === channel,
    );
    const found = fitting.find((rule) => rule.kind === kind) ?? fitting.find((rule) => rule.kind === null);
    if (found !== undefined) return found.mode;
  }
  return undefined;
}
