import { Alert, Text } from '@mantine/core';
import { Fact, FactList } from '../../interface/values/fact-list';
import { CertificateList } from './certificate-list';
import type { MetadataChanges } from './metadata-changes';

/** What would change, to be compared before it counts. */
export function MetadataDiff({ changes: { lines, added, removed, isNone } }: { changes: MetadataChanges }) {
  if (isNone) return <Text size="sm">It says what is stored already. There is nothing to save.</Text>;
  return (
    <>
      {lines.some(({ name }) => name === 'Provider') && (
        <Alert color="yellow" variant="light" py={8}>
          It calls itself otherwise than before. Save it only if you know why.
        </Alert>
      )}
      <FactList>
        {lines.map(({ name, before, after }) => (
          <Fact key={name} name={name}>
            <del>{before}</del>
            <br />
            <ins>{after}</ins>
          </Fact>
        ))}
        {added.length > 0 && (
          <Fact name="Comes">
            <CertificateList certificates={added} />
          </Fact>
        )}
        {removed.length > 0 && (
          <Fact name="Goes">
            <CertificateList certificates={removed} />
          </Fact>
        )}
      </FactList>
    </>
  );
}
