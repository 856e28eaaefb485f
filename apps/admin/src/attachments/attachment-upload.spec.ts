import { uploadMessage } from './attachment-upload';

describe('uploadMessage', () => {
  it.each([
    [401, 'session has ended'],
    [404, 'cannot be attached'],
    [413, '25 MB'],
    [503, 'just now'],
    [400, 'Try again'],
  ])('has words for the status %d', (status, words) => {
    expect(uploadMessage(status, {})).toContain(words);
  });

  it('says what the server says about the file', () => {
    expect(uploadMessage(422, { detail: 'The file is empty.' })).toBe('The file is empty.');
  });
});
