import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TenancyModule } from '@orkestra/tenancy';
import { AuthModule } from '../auth/auth.module';
import type { LoadersFactory } from '../graphql/loader';
import { FEATURES } from './features';
import { FirstInLineDriver } from './first-in-line-driver';
import { GraphqlOptions } from './graphql-options.provider';
import { SchemaLoadersFactory } from './schema.loaders';
import { SocketConnections } from './socket-connections.service';
import { SocketProtocol } from './socket-protocol.service';
import { SocketServer } from './socket-server.provider';

@Module({
  imports: [...FEATURES],
  providers: [
    {
      provide: SchemaLoadersFactory,
      inject: FEATURES.flatMap(({ loaders }) => loaders ?? []),
      useFactory: (...factories: LoadersFactory[]) => new SchemaLoadersFactory(factories),
    },
  ],
  exports: [SchemaLoadersFactory],
})
class LoadersModule {}

/** The features as one schema: GraphQL over HTTP and WebSockets on `/graphql`. */
@Module({
  imports: [
    AuthModule,
    LoadersModule,
    TenancyModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: FirstInLineDriver,
      imports: [LoadersModule, TenancyModule],
      useClass: GraphqlOptions,
    }),
  ],
  providers: [SocketConnections, SocketProtocol, SocketServer],
})
export class SchemaModule {}
