import { ScimRequestError } from '../scim.errors';
import { patchOperations } from '../scim-request';
import { checkedUser } from './checked-user';
import type { UserProfile } from './user-attributes';
import { UserChanges } from './user-changes';

const changed = (profile: UserProfile, ...operations: object[]) => {
  const changes = new UserChanges(profile);
  for (const operation of patchOperations({ operations })) changes.apply(operation);
  return { profile: changes.profile, ignored: [...changes.ignored] };
};

const WORK = { type: 'work', value: 'a@work.test', primary: true };
const HOME = { type: 'home', value: 'a@home.test' };

describe('A change of a person', () => {
  it('adds to a list what is not in it, and keeps one value primary', () => {
    const add = (value: unknown) =>
      changed({ emails: [WORK] }, { op: 'add', path: 'emails', value }).profile.emails;
    expect(add([HOME])).toEqual([WORK, HOME]);
    expect(add({ ...WORK, value: 'A@WORK.test' })).toHaveLength(1);
    expect(add([{ ...HOME, primary: 'true' }])).toEqual([
      { ...WORK, primary: false },
      { ...HOME, primary: true },
    ]);
    expect(add('a@plain.test')).toEqual([WORK, { value: 'a@plain.test' }]);
  });

  it('removes one value, those that are named, or all', () => {
    const remove = (path: string, value?: unknown) =>
      changed({ emails: [WORK, HOME] }, { op: 'remove', path, value }).profile.emails;
    expect(remove('emails[type eq "home"]')).toEqual([WORK]);
    expect(remove('emails', [{ value: 'A@HOME.test' }])).toEqual([WORK]);
    expect(remove('emails')).toBeUndefined();
    expect(remove('emails[type eq "fax"]')).toEqual([WORK, HOME]);
    expect(remove('emails[type eq "home"].value')).toEqual([WORK]);
    expect(remove('emails[type eq "home"].type')).toEqual([WORK, { value: HOME.value }]);
  });

  it('replaces what a filter selects, and makes it where an equality says how', () => {
    const replace = (path: string, value: unknown) =>
      changed({ emails: [HOME] }, { op: 'Replace', path, value }).profile.emails;
    expect(replace('emails[type eq "home"].value', 'b@home.test')).toEqual([
      { ...HOME, value: 'b@home.test' },
    ]);
    expect(replace('emails[type eq "work" and primary eq "True"].value', 'b@work.test')).toEqual([
      HOME,
      { type: 'work', primary: true, value: 'b@work.test' },
    ]);
    expect(() => replace('emails[type ne "home"].value', 'x')).toThrow(ScimRequestError);
    expect(replace('emails', [WORK])).toEqual([WORK]);
  });

  it('merges objects without a path, also with dotted names and those of an extension', () => {
    const before: UserProfile = { name: { givenName: 'A', familyName: 'B' } };
    const value = {
      id: 'x',
      schemas: [],
      'name.givenName': 'C',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'D' },
      'emails[type eq "work"].value': 'a@work.test',
      active: 'False',
      nickName: 'N',
    };
    expect(changed(before, { op: 'replace', value })).toEqual({
      profile: {
        name: { givenName: 'C', familyName: 'B' },
        enterprise: { department: 'D' },
        emails: [{ type: 'work', value: 'a@work.test' }],
        active: false,
      },
      ignored: ['nickName'],
    });
  });

  it('touches nothing that is not an attribute', () => {
    const value: unknown = JSON.parse('{ "__proto__": { "x": 1 }, "constructor": "y" }');
    const { profile, ignored } = changed({}, { op: 'add', value });
    expect(profile).toEqual({});
    expect(ignored.toSorted()).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('A person', () => {
  const email = (profile: UserProfile) => checkedUser({ userName: 'u@name.test', ...profile }).email;

  it('has the primary address, else that of work, else the first, else the user name', () => {
    expect(email({ emails: [HOME, WORK] })).toBe('a@work.test');
    expect(email({ emails: [HOME, { value: 'W@x.test', type: 'Work' }] })).toBe('w@x.test');
    expect(email({ emails: [HOME] })).toBe('a@home.test');
    expect(email({})).toBe('u@name.test');
    expect(() => email({ userName: 'nobody' })).toThrow('needs an e-mail address');
  });

  it('has the first known role, the primary one before, and is never made an owner', () => {
    const role = (...values: object[]) => checkedUser({ userName: 'u@name.test', roles: values });
    expect(role({ value: 'Admin' }, { value: 'viewer', primary: true }).role).toBe('viewer');
    expect(role({ value: 'king' })).toMatchObject({ role: null, ignored: ['roles "king"'] });
    expect(() => role({ value: 'admin' }, { value: ' OWNER ' })).toThrow('nobody an owner');
  });

  it('is called what can be shown on one line', () => {
    const name = (profile: UserProfile) => checkedUser({ userName: 'u@name.test', ...profile }).displayName;
    expect(name({ displayName: ' A\n\u202eB ' })).toBe('A B');
    expect(name({ displayName: '\u200b', name: { givenName: 'A', familyName: 'B' } })).toBe('A B');
    expect(name({ displayName: 'x'.repeat(500) })).toHaveLength(100);
    expect(name({})).toBe('u@name.test');
  });
});
