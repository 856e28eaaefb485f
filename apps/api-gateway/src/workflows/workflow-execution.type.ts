import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ExecutionView } from '@orkestra/workflows';
import { JsonScalar } from '../graphql/json.scalar';
import { Actor } from '../people/actor.type';

export type ExecutionStatus = ExecutionView['status'];

const ExecutionStatusEnum = {
  STARTING: 'starting',
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed_out',
} as const satisfies Record<Uppercase<ExecutionStatus>, ExecutionStatus>;

registerEnumType(ExecutionStatusEnum, {
  name: 'ExecutionStatus',
  description: 'Where a workflow execution stands.',
});

@ObjectType({ description: 'Why an execution failed.' })
export class ExecutionError {
  @Field(() => String)
  type!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'One durable run of a workflow definition.' })
export class WorkflowExecution implements Omit<ExecutionView, 'startedBy' | 'revision'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name of the workflow definition.' })
  type!: string;

  @Field(() => String, { nullable: true })
  version!: string | null;

  @Field(() => ExecutionStatusEnum)
  status!: ExecutionStatus;

  @Field(() => JsonScalar, { nullable: true })
  input!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  result!: unknown;

  @Field(() => ExecutionError, { nullable: true })
  error!: ExecutionError | null;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Actor)
  startedBy!: Actor;
}

@ObjectType()
export class StartWorkflowPayload {
  @Field(() => WorkflowExecution)
  workflow!: WorkflowExecution;
}

@ObjectType({ description: 'The execution as it was when it was told; what it makes of that comes later.' })
export class WorkflowPayload {
  @Field(() => WorkflowExecution)
  workflow!: WorkflowExecution;
}
