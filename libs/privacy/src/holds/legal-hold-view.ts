/** While it is in force nothing of the task, or of the whole tenant, is erased. */
export interface LegalHoldView {
  id: string;
  /** Null where it is on all that the tenant has. */
  taskId: string | null;
  taskTitle: string | null;
  reason: string;
  placedById: string;
  placedByName: string;
  placedAt: Date;
  releasedById: string | null;
  releasedByName: string | null;
  releasedAt: Date | null;
}

export const LEGAL_HOLD_COLUMNS = `
  id, task_id AS "taskId",
  (SELECT t.title FROM tasks t WHERE t.tenant_id = legal_holds.tenant_id AND t.id = task_id) AS "taskTitle", reason, placed_by_id AS "placedById", placed_by_name AS "placedByName",
  placed_at AS "placedAt", released_by_id AS "releasedById", released_by_name AS "releasedByName",
  released_at AS "releasedAt"`;
