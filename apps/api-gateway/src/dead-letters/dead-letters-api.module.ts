import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { DeadLettersResolver } from './dead-letters.resolver';

const RESOLVERS = [DeadLettersResolver];

@Module({ imports: [TasksModule], providers: RESOLVERS })
export class DeadLettersApiModule {
  static readonly resolvers = RESOLVERS;
}
