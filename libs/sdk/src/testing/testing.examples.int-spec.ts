import { resolveTemporalTestServer } from '../../../../test/harness/servers/temporal-test-server';

beforeAll(async () => void (process.env.ORKESTRA_TEST_SERVER = await resolveTemporalTestServer()));

// The example is a test file as a user has it: loading it defines its tests.
jest.requireActual('./testing.examples');
