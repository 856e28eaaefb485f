import { settingsFrom } from './settings';

describe('settings', () => {
  it('know where a local Orkestra is', () => {
    expect(settingsFrom({ ORKESTRA_API_KEY: ' key ' })).toEqual({
      endpoint: new URL('http://127.0.0.1:4100/mcp'),
      apiKey: 'key',
      group: 'support-l1',
      model: 'claude-sonnet-4-5',
    });
  });

  it.each([{}, { ORKESTRA_API_KEY: ' ' }])('need a key: %j', (env) =>
    expect(() => settingsFrom(env)).toThrow('ORKESTRA_API_KEY is not set'),
  );
});
