import type { DemoTenant } from './demo-file';
import type { DevFile } from './dev-file';
import type { StackSettings } from './settings';

/** The text at the end of a start: where to look, how to sign in, what to try. */
export function summaryOf(
  { urls, tenants, ...dev }: DevFile,
  { home, place }: Pick<StackSettings, 'home' | 'place'>,
): string {
  const lines = [
    '',
    'Orkestra is ready.',
    '',
    row('Admin app', urls.admin),
    row('GraphQL', `${urls.graphql}  (subscriptions: ${urls.graphqlWs})`),
    row('MCP', urls.mcp),
    row('Temporal', urls.temporalUi ?? dev.temporalAddress),
    row('Data and logs', home),
    '',
    ...tenants.flatMap(tenantLines),
    ...place.advice,
    '',
    'Ctrl-C stops everything; the data stays.',
  ];
  return lines.join('\n');
}

function tenantLines({ name, slug, users, apiKey }: DemoTenant): string[] {
  const people = users.map(({ email, password, role, groups }) => {
    const part = role === 'owner' || role === 'admin' ? role : groups.join(', ');
    return `  ${email.padEnd(18)} password ${password}   ${part}`;
  });
  return [`Sign in to ${name} (workspace ${slug}) as`, ...people, `  API key            ${apiKey}`, ''];
}

function row(label: string, value: string): string {
  return `  ${label.padEnd(14)} ${value}`;
}
