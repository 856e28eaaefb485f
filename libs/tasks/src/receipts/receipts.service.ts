import { Injectable } from '@nestjs/common';
import { canonicalJson, TenantDatabase } from '@orkestra/core';
import { type DsseEnvelope, EvidenceKeys, requireScope, type TenantContext } from '@orkestra/tenancy';
import { TaskCommands } from '../commands/task-commands.service';
import type { TaskView } from '../task/task-view';
import {
  DECISION_RECEIPT_TYPE,
  type DecisionStatement,
  IN_TOTO_PAYLOAD,
  type ReceiptPrincipal,
  STATEMENT_TYPE,
} from './decision-statement';
import {
  type DecidedParts,
  type DecisionRow,
  readDecidedParts,
  readDecisions,
  readToolCalls,
  type ToolCallRow,
} from './receipt.queries';

/**
 * Signed receipts of decisions: an in-toto statement in a DSSE envelope, which others can check without Orkestra. They are
 * made when somebody asks for one, out of what the decision has written, so that no decision waits; the same decision and
 * key make the same receipt, to the byte.
 */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly keys: EvidenceKeys,
  ) {}

  /**
   * Null where nobody has decided the task: while it is open, and when it was cancelled or has expired.
   * @throws TaskNotFoundError, NoEvidenceKeyError
   */
  async of(ctx: TenantContext, taskId: string): Promise<DsseEnvelope | null> {
    requireScope(ctx, 'tasks:read');
    const statement = await this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      if (task.status !== 'COMPLETED') return null;
      const [parts, decisions, calls] = [
        await readDecidedParts(em, task),
        await readDecisions(em, task),
        await readToolCalls(em, task),
      ];
      return decisions.length === 0 ? null : statementOf(task, parts, decisions, calls);
    });
    return statement && this.keys.sign(IN_TOTO_PAYLOAD, Buffer.from(canonicalJson(statement)));
  }
}

function statementOf(
  task: TaskView,
  parts: DecidedParts,
  decisions: readonly DecisionRow[],
  calls: readonly ToolCallRow[],
): DecisionStatement {
  const { tenantId, id, type, round, outcome, closedAt, createdBy, onBehalfOf } = task;
  const { form, context, approval, toolCalls, result } = parts;
  const shown = { form, context, approval, 'tool-calls': toolCalls };
  const subject = Object.entries(shown).flatMap(([part, digest]) =>
    digest === null ? [] : [{ name: `task/${id}/${part}`, digest: { sha256: digest } }],
  );
  return {
    _type: STATEMENT_TYPE,
    subject,
    predicateType: DECISION_RECEIPT_TYPE,
    predicate: {
      ...{ tenantId, taskId: id, taskType: type, round, outcome: outcome ?? '' },
      closedAt: closedAt?.toISOString() ?? '',
      createdBy: createdBy as ReceiptPrincipal,
      onBehalfOf,
      result: sha256(result),
      decisions: decisions.map((row) => ({
        ...row,
        seenAt: text(row.seenAt),
        shown: sha256(row.shown),
        decidedAt: row.decidedAt.toISOString(),
        payload: sha256(row.payload),
        result: sha256(row.result),
        validUntil: text(row.validUntil),
      })),
      toolCalls: calls.map((row) => ({
        ...row,
        decidedAt: text(row.decidedAt),
        validUntil: text(row.validUntil),
      })),
    },
  };
}

function sha256(digest: string | null) {
  return digest === null ? null : { sha256: digest };
}

function text(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
