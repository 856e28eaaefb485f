import type { Client } from '@modelcontextprotocol/client';
import type { ApiClient, Json } from '../harness';

const FIELDS = 'id oidc { redirectUri postLogoutRedirectUri backchannelLogoutUri }';
const CREATE = `mutation ($input: CreateOidcConnectionInput!) { createOidcConnection(input: $input) { connection { ${FIELDS} } } }`;

interface Created {
  id: string;
  oidc: { redirectUri: string; postLogoutRedirectUri: string; backchannelLogoutUri: string };
}

/** A connection to the provider that will listen at the port. */
export async function createConnection(
  admin: ApiClient,
  port: number,
  clientSecret: string,
): Promise<Created> {
  const oidc = { issuer: `http://127.0.0.1:${port}`, clientId: 'orkestra' };
  const input = { name: 'Acme Login', oidc, clientSecret };
  const answer = (await admin.graphql(CREATE, { input })).createOidcConnection as { connection: Created };
  return answer.connection;
}

export async function callTool(
  client: Client,
  name: string,
  args: Json,
): Promise<{ isError?: boolean; text: string; data: Json }> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
  const [first] = content as { text: string }[];
  return { ...(isError === true && { isError }), text: first?.text ?? '', data: structuredContent as Json };
}
