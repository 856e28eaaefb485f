import { ResolveField, Resolver } from '@nestjs/graphql';
import { type TaskView, TOOL_APPROVAL, type ToolCallView, type ToolRequestView } from '@orkestra/tasks';
import { Task } from '../task/task.type';
import type { TaskLoaders } from '../task/tasks.loaders';
import { StandingRule } from './standing-rule.type';
import { ToolApproval, ToolCall } from './tool-approval.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => Task)
export class ToolApprovalsResolver {
  @ResolveField(() => ToolApproval, {
    nullable: true,
    description: "Set where people decide about an agent's own tool calls.",
  })
  async toolApproval(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<TaskLoaders>,
  ): Promise<ToolRequestView | null> {
    return task.type === TOOL_APPROVAL ? loaders.toolRequests.load(task.id) : null;
  }
}

@Resolver(() => ToolCall)
export class ToolCallsResolver {
  @ResolveField(() => StandingRule, {
    nullable: true,
    description: 'What was allowed for later together with this call, if the viewer may see it.',
  })
  async grantedRule(
    { grantedRuleId }: ToolCallView,
    _args: unknown,
    { loaders }: FieldContext<TaskLoaders>,
  ): Promise<StandingRule | null> {
    return grantedRuleId === null ? null : loaders.standingRules.load(grantedRuleId);
  }
}
