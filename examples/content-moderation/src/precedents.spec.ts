import { Precedents } from './precedents';

const remember = (precedents: Precedents, id: string) =>
  precedents.add(
    { id, author: 'lou', text: `Post ${id}\nsecond line` },
    { post: id, verdict: 'remove', by: 'person', reason: `Reason ${id}` },
  );

describe('precedents', () => {
  it('are a line each, whatever the post has written', () => {
    const precedents = new Precedents();
    expect(precedents.words).toBe('None yet.');
    remember(precedents, '1');
    expect(precedents.words).toBe('{"text":"Post 1\\nsecond line","verdict":"remove","reason":"Reason 1"}');
  });

  it('are the newest twenty', () => {
    const precedents = new Precedents();
    for (let id = 1; id <= 21; id += 1) remember(precedents, String(id));
    expect(precedents.words.split('\n')).toHaveLength(20);
    expect(precedents.words).not.toContain('"Reason 1"');
    expect(precedents.words).toContain('"Reason 21"');
  });
});
