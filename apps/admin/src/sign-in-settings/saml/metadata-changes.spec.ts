import { metadataChanges, metadataInput } from './metadata-changes';

const certificate = (fingerprint: string) => ({
  subject: 'CN=Acme',
  fingerprint,
  validTo: '2030-01-01T00:00:00Z',
  pem: `pem of ${fingerprint}`,
});
const stored = {
  ...{ entityId: 'acme', ssoUrl: 'https://acme.test/sso', sloUrl: null, metadataUrl: 'https://acme.test/md' },
  certificates: [certificate('A'), certificate('B')],
  ...{ signed: 'ASSERTION', encrypted: false, signsRequests: false, nameIdFormat: 'PERSISTENT' },
  ...{ subjectAttribute: null, authnContexts: [], idpInitiated: false, clockSkewSeconds: 60 },
  ...{ spEntityId: 'us', acsUrl: 'https://us.test/acs', spSloUrl: 'https://us.test/slo' },
} as const satisfies object as unknown as Parameters<typeof metadataChanges>[0];
const said = {
  ...{ entityId: 'acme', ssoUrl: 'https://acme.test/sso', sloUrl: null, signsRequests: false },
  certificates: [certificate('B'), certificate('A')],
};

it('finds nothing where the provider says what is stored', () => {
  expect(metadataChanges(stored, said)).toEqual({ lines: [], added: [], removed: [], isNone: true });
});

it('names what goes, what comes and what is otherwise', () => {
  const read = {
    ...said,
    sloUrl: 'https://acme.test/slo',
    certificates: [certificate('B'), certificate('C')],
  };
  expect(metadataChanges(stored, read)).toEqual({
    lines: [{ name: 'They sign out at', before: 'Nowhere', after: 'https://acme.test/slo' }],
    added: [certificate('C')],
    removed: [certificate('A')],
    isNone: false,
  });
  expect(metadataInput(stored, read)).toEqual({
    ...{ entityId: 'acme', ssoUrl: 'https://acme.test/sso', sloUrl: 'https://acme.test/slo' },
    ...{ signsRequests: false, certificates: ['pem of B', 'pem of C'] },
  });
});

it('goes on signing requests, and begins where the provider wants it', () => {
  const signing = { ...stored, signsRequests: true };
  expect(metadataChanges(signing, said).isNone).toBe(true);
  expect(metadataInput(signing, said)).toMatchObject({ signsRequests: true });
  expect(metadataChanges(stored, { ...said, signsRequests: true }).lines).toEqual([
    { name: 'Requests', before: 'Not signed', after: 'Signed' },
  ]);
});
