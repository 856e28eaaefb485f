import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { AuthModule } from '../auth/auth.module';
import { VisibleConversations } from '../conversations/visible-conversations.module';
import { GraphqlOptions } from './graphql-options.provider';
import { LoadersFactory } from './schema.loaders';
import { SocketConnections } from './socket-connections.service';
import { SocketProtocol } from './socket-protocol.service';
import { SocketServer } from './socket-server.provider';

@Module({
  imports: [TenancyModule, TasksModule, WorkflowsModule, VisibleConversations],
  providers: [LoadersFactory],
  exports: [LoadersFactory],
})
class LoadersModule {}

/** GraphQL over HTTP and WebSockets on `/graphql`. */
@Module({
  imports: [
    AuthModule,
    LoadersModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [LoadersModule],
      useClass: GraphqlOptions,
    }),
  ],
  providers: [SocketConnections, SocketProtocol, SocketServer],
})
export class GraphqlApiModule {}
