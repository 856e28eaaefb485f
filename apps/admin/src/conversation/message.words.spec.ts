import { dialogueWords, speakerOf, usageWords } from './message.words';

describe('words for a conversation', () => {
  it('say what is known of it', () => {
    const known = { channel: 'EMAIL', title: 'Invoice 7', status: 'CLOSED', messageCount: 1200 } as const;
    expect(dialogueWords({ ...known, inputTokens: 4000, outputTokens: 21 })).toBe(
      'E-mail · Invoice 7 · 1,200 messages · 4,021 tokens · closed',
    );
    const little = { channel: 'CHAT', title: null, status: 'OPEN', messageCount: 1 } as const;
    expect(dialogueWords({ ...little, inputTokens: 0, outputTokens: 0 })).toBe('Chat · 1 message');
  });

  it('name whoever speaks, or as what', () => {
    expect(speakerOf({ author: 'Eve', role: 'USER' })).toBe('Eve');
    expect(speakerOf({ author: null, role: 'ASSISTANT' })).toBe('Assistant');
  });

  it('tell what a model took', () => {
    expect(usageWords({ input: 1200, output: 30, model: 'small' })).toBe('1,200 tokens in, 30 out · small');
    expect(usageWords({ input: 1, output: 0, model: null })).toBe('1 tokens in, 0 out');
  });
});
