import { ToolApprovalsService, type ToolRequestSpec, type ToolVerdicts } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import type { Office } from './office';

type Call = ToolRequestSpec['calls'][number];
type Similar = { until: string; by: string[] };

/** How a test decides one call. */
export interface Decision {
  verdict: 'allow' | 'deny';
  message?: string;
  allow_similar?: Similar;
}

export const ALLOW: Decision = { verdict: 'allow' };

/** An e-mail that an agent wants to send. */
export function email(more: Partial<Call> = {}): Call {
  return {
    callId: 'call-1',
    tool: 'send_email',
    arguments: { to: 'kim@customer.test', subject: 'Your order', body: 'It is on its way.' },
    reason: 'The customer asked where it is.',
    risk: 'medium',
    ...more,
  };
}

/** The turns of agents in an office, and what its people say to them. */
export class ToolDesk {
  private turns = 0;
  readonly service: ToolApprovalsService;

  constructor(private readonly office: Office) {
    this.service = office.app.get(ToolApprovalsService);
  }

  /** Asks about calls as `by`, in a turn of its own unless a key is given. */
  ask(
    calls: Call[] = [email()],
    {
      by = this.office.bot,
      key = `turn-${(this.turns += 1)}`,
      task = { assignTo: { group: 'l1' } },
    }: {
      by?: TenantContext;
      key?: string;
      task?: ToolRequestSpec['task'];
    } = {},
  ): Promise<ToolVerdicts> {
    return this.service.request(by, { calls, task }, key);
  }

  /** What a person who looks at the task is shown. */
  async shown(taskId: string | null, by = this.office.people.sam) {
    const request = (await this.service.ofTasks(by, [taskId ?? ''])).get(taskId ?? '');
    if (request === undefined) throw new Error(`Task ${taskId} asks about no tool call`);
    return request;
  }

  /** Decides every call that the task asks about in the same way, or each by its id. */
  async decide(
    taskId: string | null,
    decision: Decision | Record<string, Decision> = ALLOW,
    { by = this.office.people.sam, digest }: { by?: TenantContext; digest?: string } = {},
  ) {
    const request = await this.shown(taskId);
    const asked = request.calls.filter(({ verdict }) => verdict === 'pending');
    const decisions =
      'verdict' in decision ? Object.fromEntries(asked.map(({ callId }) => [callId, decision])) : decision;
    const data = { digest: digest ?? request.digest, decisions };
    return this.office.tasks.complete(by, { taskId: request.taskId, data, claim: true });
  }

  /** Has Sam allow one call and similar ones. */
  async grant(by: string[], call: Partial<Call> = {}, hours = 24): Promise<string> {
    const { taskId } = await this.ask([email(call)]);
    await this.decide(taskId, { verdict: 'allow', allow_similar: this.similar(by, hours) });
    const { calls } = await this.shown(taskId);
    return calls[0]?.grantedRuleId ?? '';
  }

  similar(by: string[], hours = 24): Similar {
    return { by, until: new Date(this.office.clock.now().getTime() + hours * 3_600_000).toISOString() };
  }
}
