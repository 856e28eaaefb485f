import type { ConnectionPartsFragment } from '../generated/graphql';
import { Fact, FactList } from '../interface/values/fact-list';
import { MomentText } from '../time/moment-text';
import { CertificateList } from './certificate-list';
import { CopiedField } from './copied-field';

export interface SamlFactsProps {
  saml: NonNullable<ConnectionPartsFragment['saml']>;
  lastUsedAt: string | null | undefined;
}

/** What a SAML provider has to know of us, and what we know of it. */
export function SamlFacts({ saml, lastUsedAt }: SamlFactsProps) {
  return (
    <FactList>
      <Fact name="Provider">{saml.entityId}</Fact>
      <Fact name="Certificates">
        <CertificateList certificates={saml.certificates} />
      </Fact>
      <Fact name="Entity ID">
        <CopiedField label="Entity ID" text={saml.spEntityId} />
      </Fact>
      <Fact name="Metadata URL">
        <CopiedField label="Metadata URL" text={saml.spEntityId} />
      </Fact>
      <Fact name="ACS URL">
        <CopiedField label="ACS URL" text={saml.acsUrl} />
      </Fact>
      <Fact name="Logout URL">
        <CopiedField label="Logout URL" text={saml.spSloUrl} />
      </Fact>
      <Fact name="Last used">{lastUsedAt ? <MomentText at={lastUsedAt} /> : 'Never'}</Fact>
    </FactList>
  );
}
