import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { FEATURES } from './features';

const HEADER = '# Written by `npm run schema` from the classes in src; change those, not this file.\n\n';

/** The schema of the classes, in one order; it needs neither a database nor a server. */
async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  const schema = await app.get(GraphQLSchemaFactory).create(FEATURES.flatMap(({ resolvers }) => resolvers));
  await app.close();
  return lexicographicSortSchema(schema);
}

export async function schemaText(): Promise<string> {
  return `${HEADER}${printSchema(await buildSchema())}\n`;
}
