import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ExecutionView, ProblemCode, WorkflowProblem as Problem } from '@orkestra/workflows';
import { JsonScalar } from '../graphql/json.scalar';
import { Actor } from '../people/actor.type';

export type ExecutionStatus = ExecutionView['status'];

export const ExecutionStatusEnum = {
  STARTING: 'starting',
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed_out',
  LOST: 'lost',
} as const satisfies Record<Uppercase<ExecutionStatus>, ExecutionStatus>;

registerEnumType(ExecutionStatusEnum, {
  name: 'ExecutionStatus',
  description: 'Where a workflow execution stands.',
  valuesMap: {
    LOST: { description: 'Temporal does not know it any more. `restartWorkflow` starts it again.' },
  },
});

const ProblemCodeEnum = {
  NO_WORKER: 'no_worker',
  CODE_FAILING: 'code_failing',
  LONG_HISTORY: 'long_history',
  SIGNALS_EXHAUSTED: 'signals_exhausted',
} as const satisfies Record<Uppercase<ProblemCode>, ProblemCode>;

registerEnumType(ProblemCodeEnum, {
  name: 'WorkflowProblemCode',
  description: 'What keeps an execution from going on, or soon will.',
  valuesMap: {
    NO_WORKER: { description: 'No worker polls its queue.' },
    CODE_FAILING: {
      description: 'Its code fails each time that it is run, such as after a change that does not fit.',
    },
    LONG_HISTORY: { description: 'It should soon continue as new.' },
    SIGNALS_EXHAUSTED: { description: 'No decision reaches its present run any more.' },
  },
});

@ObjectType({ description: 'Why an execution stands still, or soon will; found within a minute or two.' })
export class WorkflowProblem implements Problem {
  @Field(() => ProblemCodeEnum)
  code!: ProblemCode;

  @Field(() => String, { description: 'What is wrong, and what helps.' })
  message!: string;

  @Field(() => Date)
  since!: Date;
}

@ObjectType({ description: 'Why an execution failed.' })
export class ExecutionError {
  @Field(() => String)
  type!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'One durable run of a workflow definition.' })
export class WorkflowExecution implements Omit<ExecutionView, 'startedBy' | 'onBehalfOf' | 'revision'> {
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

  @Field(() => WorkflowProblem, {
    nullable: true,
    description: 'While it is open and something is in its way.',
  })
  problem!: WorkflowProblem | null;

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
