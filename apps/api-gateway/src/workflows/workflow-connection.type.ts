import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../graphql/page-info.type';
import { WorkflowExecution } from './workflow-execution.type';

@ObjectType()
export class WorkflowEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => WorkflowExecution)
  node!: WorkflowExecution;
}

@ObjectType()
export class WorkflowConnection {
  @Field(() => [WorkflowEdge])
  edges!: WorkflowEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
