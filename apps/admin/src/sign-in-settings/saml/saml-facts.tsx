import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionPartsFragment } from '../../generated/graphql';
import { Fact } from '../../interface/values/fact-list';
import { CertificateList } from './certificate-list';
import { CopiedFact } from '../connection/copied-fact';
import { RereadMetadataDialog } from './reread-metadata-dialog';
import { SamlKeys } from './saml-keys';

export interface SamlFactsProps {
  connection: ConnectionPartsFragment;
  saml: NonNullable<ConnectionPartsFragment['saml']>;
  onChanged: () => void;
}

/** What a SAML provider has to know of us, and what we know of it. */
export function SamlFacts({ connection, saml, onChanged }: SamlFactsProps) {
  const [reading, setReading] = useState(false);
  return (
    <>
      <Fact name="Provider">{saml.entityId}</Fact>
      <Fact name="Its certificates">
        <CertificateList certificates={saml.certificates} />
        {saml.metadataUrl && (
          <Button
            mt={8}
            size="compact-xs"
            variant="default"
            aria-label={`Read its metadata again (${connection.name})`}
            onClick={() => setReading(true)}
          >
            Read its metadata again
          </Button>
        )}
      </Fact>
      <Fact name="Our certificates">
        <SamlKeys connection={connection} onChanged={onChanged} />
      </Fact>
      <CopiedFact name="Entity ID" text={saml.spEntityId} />
      <CopiedFact name="Metadata URL" text={saml.spEntityId} />
      <CopiedFact name="ACS URL" text={saml.acsUrl} />
      <CopiedFact name="Logout URL" text={saml.spSloUrl} />
      {reading && (
        <RereadMetadataDialog
          connection={connection}
          saml={saml}
          onDone={onChanged}
          onClose={() => setReading(false)}
        />
      )}
    </>
  );
}
