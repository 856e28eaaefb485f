import { neighboursOf } from './list-order';

describe('neighboursOf', () => {
  it('goes by the list as it stands', () => {
    expect(neighboursOf('b', ['a', 'b', 'c'], [])).toEqual({ previous: 'a', next: 'c' });
    expect(neighboursOf('a', ['a', 'b'], [])).toEqual({ previous: null, next: 'b' });
    expect(neighboursOf('b', ['a', 'b'], [])).toEqual({ previous: 'a', next: null });
  });

  it('knows the place of a task that has left the list', () => {
    expect(neighboursOf('b', ['a', 'c'], ['a', 'b', 'c'])).toEqual({ previous: 'a', next: 'c' });
  });

  it('leaves out what others have taken in the meantime', () => {
    expect(neighboursOf('b', ['d'], ['a', 'b', 'c', 'd'])).toEqual({ previous: null, next: 'd' });
  });

  it('does not go back to what was passed over, but on to what has arrived', () => {
    expect(neighboursOf('c', ['a'], ['a', 'b', 'c'])).toEqual({ previous: 'a', next: null });
    expect(neighboursOf('c', ['new', 'a'], ['a', 'b', 'c'])).toEqual({ previous: 'a', next: 'new' });
  });

  it('begins at the first one for a task that was never in the list', () => {
    expect(neighboursOf('x', ['a', 'b'], [])).toEqual({ previous: null, next: 'a' });
    expect(neighboursOf('x', [], [])).toEqual({ previous: null, next: null });
  });
});
