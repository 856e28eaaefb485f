import { searchedFor, selectionOf } from './scim-query';

it.each(['attributes', 'excludedAttributes'])('compares resources with no endless list of %s', (name) => {
  const lists = [{ [name]: 'a,'.repeat(1_000_000) }, searchedFor({ [name]: Array(1_000_000).fill('a') })];
  for (const query of lists)
    expect(() => selectionOf(query)).toThrow(
      expect.objectContaining({
        scimType: 'invalidValue',
        message: `"${name}" has at most 4000 characters.`,
      }),
    );
  expect(() =>
    selectionOf({ [name]: 'urn:ietf:params:scim:schemas:core:2.0:User:userName,'.repeat(50) }),
  ).not.toThrow();
});
