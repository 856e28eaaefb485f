import type { KeycloakRealm } from './keycloak-realm';

interface Execution {
  id: string;
  displayName: string;
  providerId?: string;
}

const CONDITION = 'conditional-level-of-authentication';
/** By name what is asked for at each level: a real second factor would not change what the tokens say. */
const LEVELS = [
  { alias: 'first', level: '1', asks: 'auth-username-password-form' },
  { alias: 'second', level: '2', asks: 'auth-password-form' },
];

/** Sign-ins of the realm ask for as much proof as `acr_values` demands: a password, or a password twice. */
export async function setUpLevels(realm: KeycloakRealm): Promise<void> {
  const flows = '/authentication/flows';
  const flow = { alias: 'levels', providerId: 'basic-flow', topLevel: true, builtIn: false };
  await realm.call('POST', flows, flow);
  const setUp = new Flow(realm, `${flows}/levels/executions`);
  await setUp.addExecution('levels', 'auth-cookie', 'ALTERNATIVE');
  await setUp.addFlow('levels', 'proof', 'ALTERNATIVE');
  for (const { alias, level, asks } of LEVELS) {
    await setUp.addFlow('proof', alias, 'CONDITIONAL');
    const id = await setUp.addExecution(alias, CONDITION, 'REQUIRED');
    const config = { 'loa-condition-level': level, 'loa-max-age': '36000' };
    await realm.call('POST', `/authentication/executions/${id}/config`, { alias: `level ${level}`, config });
    await setUp.addExecution(alias, asks, 'REQUIRED');
  }
  await realm.call('PUT', '', { browserFlow: 'levels' });
}

class Flow {
  private readonly known = new Set<string>();

  constructor(
    private readonly realm: KeycloakRealm,
    private readonly executions: string,
  ) {}

  async addExecution(parent: string, provider: string, requirement: string): Promise<string> {
    await this.realm.call('POST', `/authentication/flows/${parent}/executions/execution`, { provider });
    return this.require(requirement);
  }

  async addFlow(parent: string, alias: string, requirement: string): Promise<string> {
    const flow = { alias, type: 'basic-flow', provider: 'registration-page-form', description: '' };
    await this.realm.call('POST', `/authentication/flows/${parent}/executions/flow`, flow);
    return this.require(requirement);
  }

  /** Of what was added last. @returns its id */
  private async require(requirement: string): Promise<string> {
    const all = await this.realm.call<Execution[]>('GET', this.executions);
    const added = all.find(({ id }) => !this.known.has(id));
    if (added === undefined) throw new Error('Nothing was added to the flow');
    this.known.add(added.id);
    await this.realm.call('PUT', this.executions, { ...added, requirement });
    return added.id;
  }
}
