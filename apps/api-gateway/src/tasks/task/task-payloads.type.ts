import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Task } from './task.type';

@ObjectType({ isAbstract: true })
abstract class TaskPayload {
  @Field(() => Task, { description: 'The task after the command.' })
  task!: Task;
}

@ObjectType()
export class CreateTaskPayload extends TaskPayload {}

@ObjectType()
export class ClaimTaskPayload extends TaskPayload {}

@ObjectType()
export class ReleaseTaskPayload extends TaskPayload {}

@ObjectType()
export class StartTaskPayload extends TaskPayload {}

@ObjectType()
export class StopTaskPayload extends TaskPayload {}

@ObjectType()
export class MarkTaskSeenPayload extends TaskPayload {}

@ObjectType()
export class CompleteTaskPayload extends TaskPayload {}

@ObjectType()
export class ApproveTaskPayload extends TaskPayload {}

@ObjectType()
export class RejectTaskPayload extends TaskPayload {}

@ObjectType()
export class RequestTaskChangesPayload extends TaskPayload {}

@ObjectType()
export class AnswerTaskChangesPayload extends TaskPayload {}

@ObjectType()
export class DelegateTaskPayload extends TaskPayload {}

@ObjectType()
export class ResolveTaskPayload extends TaskPayload {}

@ObjectType()
export class ForwardTaskPayload extends TaskPayload {}

@ObjectType()
export class AssignTaskPayload extends TaskPayload {}

@ObjectType()
export class NominateTaskPayload extends TaskPayload {}

@ObjectType()
export class EscalateTaskPayload extends TaskPayload {}

@ObjectType()
export class SuspendTaskPayload extends TaskPayload {}

@ObjectType()
export class ResumeTaskPayload extends TaskPayload {}

@ObjectType()
export class CancelTaskPayload extends TaskPayload {}

@ObjectType()
export class SetTaskPriorityPayload extends TaskPayload {}

@ObjectType()
export class SetTaskDueDatePayload extends TaskPayload {}

@ObjectType({ description: 'What was in the way of one task.' })
export class BulkTaskError {
  @Field(() => String, { description: 'As `extensions.reason` of a single command, such as `task.closed`.' })
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'What became of one task: the task as it is now, or an error.' })
export class BulkTaskAnswer {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Task, { nullable: true })
  task?: Task | null;

  @Field(() => BulkTaskError, { nullable: true })
  error?: BulkTaskError | null;
}

@ObjectType()
export class BulkTasksPayload {
  @Field(() => [BulkTaskAnswer], { description: 'One for each id, in their order; repeated ids count once.' })
  answers!: BulkTaskAnswer[];
}
