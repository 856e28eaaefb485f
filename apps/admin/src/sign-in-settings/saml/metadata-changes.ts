import type { ConnectionPartsFragment, ReadMetadataMutation } from '../../generated/graphql';

export type ReadMetadataResult = ReadMetadataMutation['readSamlMetadata']['metadata'];
type Saml = NonNullable<ConnectionPartsFragment['saml']>;
type Certificate = ReadMetadataResult['certificates'][number];

/** One line of what metadata would change. */
interface MetadataChange {
  name: string;
  before: string;
  after: string;
}

/** What the provider says otherwise than is stored. */
export interface MetadataChanges {
  lines: MetadataChange[];
  added: Certificate[];
  removed: Certificate[];
  isNone: boolean;
}

/** Requests that are signed already go on being signed: that may have been decided here. */
export function metadataChanges(saml: Saml, read: ReadMetadataResult): MetadataChanges {
  const lines = [
    { name: 'Provider', before: saml.entityId, after: read.entityId },
    { name: 'People are sent to', before: saml.ssoUrl, after: read.ssoUrl },
    { name: 'They sign out at', before: saml.sloUrl ?? 'Nowhere', after: read.sloUrl ?? 'Nowhere' },
    {
      name: 'Requests',
      before: saml.signsRequests ? 'Signed' : 'Not signed',
      after: saml.signsRequests || read.signsRequests ? 'Signed' : 'Not signed',
    },
  ].filter(({ before, after }) => before !== after);
  const added = without(read.certificates, saml.certificates);
  const removed = without(saml.certificates, read.certificates);
  return { lines, added, removed, isNone: lines.length + added.length + removed.length === 0 };
}

/** What is saved is what was shown, whatever the provider says by then. */
export function metadataInput(saml: Saml, read: ReadMetadataResult) {
  return {
    entityId: read.entityId,
    ssoUrl: read.ssoUrl,
    sloUrl: read.sloUrl ?? null,
    signsRequests: saml.signsRequests || read.signsRequests,
    certificates: read.certificates.map(({ pem }) => pem),
  };
}

function without(some: readonly Certificate[], others: readonly Certificate[]): Certificate[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint));
  return some.filter(({ fingerprint }) => !known.has(fingerprint));
}
