import { startSystem, type TestSystem } from '../harness';

describe('The api-gateway in production, behind TLS', () => {
  let system: TestSystem;
  const env = { NODE_ENV: 'production', PUBLIC_URL: 'https://orkestra.example' };

  beforeAll(async () => (system = await startSystem({ processes: ['gateway'], env })));
  afterAll(() => system?.stop());

  test('the cookie is Secure, the schema is not told, and only the public origin may act', async () => {
    const anonymous = system.anonymous();
    const response = await anonymous.post('/api/v1/auth/sign-in', system.user('sam@demo.test'));
    expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    const agent = system.agent('demo');
    await expect(agent.graphql('{ __schema { types { name } } }')).rejects.toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    await expect(agent.graphql('{ viewer { kind scopes } }')).resolves.toMatchObject({
      viewer: { kind: 'SERVICE' },
    });
    const local = { method: 'POST', headers: { origin: system.url('gateway') } };
    expect((await anonymous.request('/api/v1/auth/sign-out', local)).status).toBe(403);
  });
});
