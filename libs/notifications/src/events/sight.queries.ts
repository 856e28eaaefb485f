/**
 * That the user `u` may see the task `t`, as `maySee` of `@orkestra/tasks` has it for one person: here for many at once.
 * `sight.int-spec.ts` compares the two.
 */
export const MAY_SEE = `(
  u.role IN ('owner', 'admin', 'auditor') OR u.id IN (t.assignee_id, t.owner_id)
  OR (t.created_by_kind = 'user' AND t.created_by_id = u.id::text)
  OR EXISTS (SELECT FROM task_candidates c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id
             AND c.role = 'candidate' AND c.principal_id = u.id)
  OR EXISTS (SELECT FROM group_members m WHERE m.tenant_id = t.tenant_id AND m.user_id = u.id
             AND (m.group_id = t.group_id OR EXISTS (
               SELECT FROM task_candidates c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id
               AND c.role = 'candidate' AND c.principal_id = m.group_id))))`;

/** That nobody bars the user `u` from working on the task `t`. */
export const NOT_EXCLUDED = `NOT EXISTS (SELECT FROM task_candidates c WHERE c.tenant_id = t.tenant_id
  AND c.task_id = t.id AND c.role = 'excluded' AND c.principal_id = u.id)`;

/** That the user `u` could take the task `t`, which nobody holds. */
export const MAY_TAKE = `(t.status = 'READY' AND EXISTS (
  SELECT FROM task_candidates c LEFT JOIN group_members m
    ON m.tenant_id = c.tenant_id AND m.group_id = c.principal_id AND m.user_id = u.id
  WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.role = 'candidate'
    AND (c.principal_id = u.id OR m.user_id IS NOT NULL)) AND ${NOT_EXCLUDED})`;
