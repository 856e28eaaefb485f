import { modelNameOf, thresholdOf } from './settings';

describe('settings', () => {
  it('has a threshold', () => {
    expect(thresholdOf({})).toBe(0.7);
    expect(thresholdOf({ SUPPORT_BOT_THRESHOLD: '' })).toBe(0.7);
    expect(thresholdOf({ SUPPORT_BOT_THRESHOLD: '0.9' })).toBe(0.9);
  });

  it.each(['high', '-0.1', '70'])('refuses the threshold %p', (given) =>
    expect(() => thresholdOf({ SUPPORT_BOT_THRESHOLD: given })).toThrow(
      `SUPPORT_BOT_THRESHOLD is "${given}" and should be a number from 0 to 1`,
    ),
  );

  it('uses a model only where one is set up', () => {
    expect(modelNameOf({})).toBeUndefined();
    expect(modelNameOf({ ANTHROPIC_API_KEY: 'key' })).toBe('claude-sonnet-4-5');
    expect(modelNameOf({ SUPPORT_BOT_MODEL: 'openai/gpt-5', ANTHROPIC_API_KEY: 'key' })).toBe('openai/gpt-5');
  });
});
