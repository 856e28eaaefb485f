import { startServices, type TestServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { WorkflowsModule } from '../workflows.module';
import { CatalogueService } from './catalogue.service';

let app: TestServices;
let catalogue: CatalogueService;
const ctx = testContext({ tenantId: '00000000-0000-7000-8000-00000000000a' });

beforeAll(async () => {
  app = await startServices([WorkflowsModule]);
  catalogue = app.services.get(CatalogueService);
});
afterAll(() => app?.close());

const names = async () => (await catalogue.list(ctx)).map(({ name }) => name);

it('shows what workers offer, with examples, the queue and the newest version', async () => {
  const examples = [{ title: 'A refund', input: { amount: 5 } }];
  await catalogue.publish([{ name: 'refund', version: '1', inputSchema: { type: 'object' } }], 'shop');
  await catalogue.publish([{ name: 'refund', version: '2', description: 'Pays back', examples }], 'shop');
  expect(await catalogue.find(ctx, 'refund')).toMatchObject({
    version: '2',
    description: 'Pays back',
    inputSchema: null,
    examples,
    taskQueue: 'shop',
  });
});

it('forgets what a queue offers no more, and nothing of other queues', async () => {
  const [one, two] = ['one', 'two'].map((name) => ({ name, version: '1' }));
  await catalogue.publish([one, two] as { name: string; version: string }[], 'a');
  await catalogue.publish([{ name: 'three', version: '1' }], 'b');
  await catalogue.publish([two] as { name: string; version: string }[], 'a');
  expect(await names()).toEqual(expect.arrayContaining(['two', 'three']));
  expect(await names()).not.toContain('one');
});
