import { Injectable } from '@nestjs/common';
import { Clock, digest, Ids, TenantDatabase } from '@orkestra/core';
import { DirectoryService, requireScope, type TenantContext } from '@orkestra/tenancy';
import { TaskCommands, type Work } from '../commands/task-commands.service';
import { TaskCreator } from '../creation/task-creator.service';
import { readRequesters, type Requesters } from '../creation/read-requesters';
import { checkTaskSpec, type TaskSpec } from '../creation/task.schema';
import { useStandingRules } from './use-standing-rules.store';
import { askedDigest } from './tool-digests';
import { toolForm } from './tool-form';
import { readRequests, readVerdicts } from './tool-request.queries';
import { insertCalls, insertRequest, type NewToolRequest, requestOfKey, setTask } from './tool-request.store';
import { type CheckedToolCall, checkToolCalls, type ToolRequestSpec } from './tool-request.schema';
import type { ToolRequestView, ToolVerdicts } from './tool-request-view';
import { TOOL_APPROVAL } from '../task/tool-approval-type';
import { RefusedError } from '../task/refused.errors';

const LONGEST_TITLE = 500;

/** What agents ask before they act: one task for each turn, and none where people have allowed it all before. */
@Injectable()
export class ToolApprovalsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly creator: TaskCreator,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Asks about the calls of one turn, or finds what the same key has asked before. Calls that a standing rule covers
   * are allowed at once; the others make one task. Whoever decides it is a person, always.
   * @param requestKey names the turn; unique per principal
   * @throws InvalidToolRequestError, InvalidTaskSpecError, `tool_approval.request_conflict`, UnknownUserError, UnknownGroupError
   */
  async request(ctx: TenantContext, spec: ToolRequestSpec, requestKey: string): Promise<ToolVerdicts> {
    requireScope(ctx, 'tasks:write');
    const calls = checkToolCalls(spec.calls);
    checkTaskSpec(taskSpec(ctx, spec, calls));
    return this.commands.work(ctx, async (work) => {
      const asked = { requestKey, requestDigest: digest(spec) };
      const people = await this.requesters(work, spec);
      const { onBehalfOf } = people;
      const request = { ...asked, id: this.ids.next(), onBehalfOf, at: this.clock.now() };
      if (await insertRequest(work.em, ctx, request)) await this.ask(work, request, spec, calls, people);
      const { id, requestDigest } = (await requestOfKey(work.em, ctx, requestKey)) ?? request;
      if (!requestDigest.equals(request.requestDigest))
        throw new RefusedError('tool_approval.request_conflict');
      return { requestId: id, ...(await readVerdicts(work.em, ctx, id)) };
    });
  }

  /** The present verdicts on a request of the principal's own. @throws `tool_approval.not_found` */
  async verdicts(ctx: TenantContext, requestId: string): Promise<ToolVerdicts> {
    requireScope(ctx, 'tasks:write');
    const found = await readVerdicts(this.database.reader(ctx), ctx, requestId);
    if (found.calls.length === 0) throw new RefusedError('tool_approval.not_found');
    return { requestId, ...found };
  }

  /**
   * What each task asks for; made for batching.
   * @param taskIds of tasks that the caller has read through `TasksService`, which decides who sees them
   */
  async ofTasks(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, ToolRequestView>> {
    requireScope(ctx, 'tasks:read');
    return readRequests(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  private requesters({ em, ctx }: Work, { task }: ToolRequestSpec): Promise<Requesters> {
    const asked = { type: TOOL_APPROVAL, onBehalfOf: task?.onBehalfOf };
    return readRequesters(em, this.directory, ctx, asked, {});
  }

  /** Allows what rules cover, and makes a task of the rest. */
  private async ask(
    work: Work,
    { id, at }: NewToolRequest,
    spec: ToolRequestSpec,
    calls: readonly CheckedToolCall[],
    people: Requesters,
  ): Promise<void> {
    const { em, ctx } = work;
    const covered = await useStandingRules(em, ctx, calls, people, at);
    await insertCalls(em, ctx, id, calls, covered, at);
    const open = calls.filter(({ callId }) => !covered.has(callId));
    if (open.length === 0) return;
    const raw = taskSpec(ctx, spec, open);
    const origin = { requestKey: `tool-approval:${id}` };
    const task = await this.creator.createIn(work, checkTaskSpec(raw), digest(raw), origin);
    await setTask(em, ctx, id, task.id, askedDigest(open));
  }
}

/** The task that asks about these calls. Its form holds no argument: those lie apart. */
function taskSpec(
  { principal }: TenantContext,
  { task = {} }: ToolRequestSpec,
  calls: readonly CheckedToolCall[],
): TaskSpec {
  const tools = [...new Set(calls.map(({ tool }) => tool))].join(', ');
  const count = calls.length > 1 ? ` (${calls.length} calls)` : '';
  const title =
    `${principal.displayName} asks to use ${tools}`.slice(0, LONGEST_TITLE - count.length) + count;
  return { title, ...task, type: TOOL_APPROVAL, form: toolForm(calls.map(({ callId }) => callId)) };
}
