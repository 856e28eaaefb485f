import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { NodeResolver } from './node.resolver';

const RESOLVERS = [NodeResolver];

@Module({ imports: [TasksModule], providers: RESOLVERS })
export class NodeApiModule {
  static readonly resolvers = RESOLVERS;
}
