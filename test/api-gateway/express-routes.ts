import type { INestApplication } from '@nestjs/common';

interface ExpressApp {
  router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
}

/** What Express would answer, as it was told by the controllers; without GraphQL, which has rules of its own. */
export function routesOf(app: INestApplication | undefined): string[] {
  const express = app?.getHttpAdapter().getInstance() as ExpressApp;
  const all = express.router.stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );
  return [...new Set(all)].filter((name) => !name.includes('/graphql'));
}
