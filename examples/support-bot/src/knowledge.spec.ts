import { readKnowledge } from './knowledge';

describe('the knowledge base', () => {
  const passages = readKnowledge();

  it('has a topic, a question and an answer in every passage', () => {
    expect(passages.length).toBeGreaterThan(20);
    for (const passage of passages) {
      expect(passage.topic).toMatch(/^\w/);
      expect(passage.title).toMatch(/^\w/);
      expect(passage.text).toMatch(/\.$/);
    }
  });

  it('has each passage once', () => {
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length);
    expect(new Set(passages.map((passage) => passage.title)).size).toBe(passages.length);
  });
});
