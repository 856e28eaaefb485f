import { everyOperation } from '../api-gateway/every-operation';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import type { ApiClient } from '../harness';

const ID = '00000000-0000-7000-8000-000000000001';
/** How people come in, and who sends them. */
const GUARDED = /(Sso|Oidc|Saml|Scim|SignInSettings)\w* alone$/;
/** What only looks. */
const HARMLESS = ['readSamlMetadata alone', 'testSsoConnection alone'];

let gateways: GatewaysInProcess;
let ada: ApiClient;

beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  ada = await gateways.person('ada@demo.test');
});
afterAll(() => gateways?.close());

const reasonOf = (query: string, variables: object) =>
  ada.graphql(query, { ...variables }).then(
    () => undefined,
    (error: { errors?: { extensions: { reason?: string } }[] }) => error.errors?.[0]?.extensions.reason,
  );

test('whoever signed in a while ago proves that it is them before they change how people come in', async () => {
  const operations = everyOperation({ connectionId: ID, domain: 'demo.test' }).filter(
    ({ name, query }) => GUARDED.test(name) && query(1).startsWith('mutation'),
  );
  const reasons = async () => {
    const found = new Map<string, string | undefined>();
    for (const { name, query, variables } of operations) found.set(name, await reasonOf(query(1), variables));
    return found;
  };
  await gateways.rows(`UPDATE sessions SET proven_at = now() - interval '11 minutes'`);
  const before = await reasons();
  const open = [...before].filter(([, reason]) => reason !== 'account.step_up_needed').map(([name]) => name);
  expect(open.sort()).toEqual(HARMLESS);
  expect(before.size).toBeGreaterThan(15);
  await ada.graphql(
    'mutation { proveIdentity(input: { currentPassword: "orkestra-demo" }) { account { __typename } } }',
  );
  expect([...(await reasons()).values()]).not.toContain('account.step_up_needed');
});
