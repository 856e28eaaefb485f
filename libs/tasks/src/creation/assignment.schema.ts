import { z } from 'zod';

const name = z.string().trim().min(1).max(200);
const names = z.array(name).max(100);

/** Who may work on a task, as a caller says it; `TaskAssignment` of the SDK is its counterpart. */
export const assignmentSpec = z
  .strictObject({
    /** A user's e-mail address or id: the task is theirs from the start. */
    user: name.optional(),
    /** A group's key: its members may claim the task. */
    group: name.optional(),
    candidates: z.strictObject({ users: names.optional(), groups: names.optional() }).optional(),
    /** Users who may never act on the task, whatever else they are. */
    excluded: names.optional(),
    /** Only members of the group who have all of these get the task by a strategy. */
    skills: z.array(z.string().trim().toLowerCase().min(1).max(100)).max(20).optional(),
    /** How the group chooses, in place of its own strategy. */
    strategy: z.enum(['manual', 'round-robin', 'least-loaded']).optional(),
    /** Refuse the task when the group is empty; by default it waits in the group's queue. */
    requireMembers: z.boolean().optional(),
  })
  .superRefine((assignTo, context) => {
    if (assignTo.group !== undefined) return;
    for (const field of ['skills', 'strategy', 'requireMembers'] as const) {
      const value = assignTo[field];
      if (value === undefined || value === false) continue;
      context.addIssue({ code: 'custom', path: [field], message: 'needs a group that it applies to' });
    }
  });

export type CheckedAssignment = z.output<typeof assignmentSpec>;
