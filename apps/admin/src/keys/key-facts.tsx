import type { KeyFragment } from '../generated/graphql';
import { Fact, FactList } from '../interface/values/fact-list';
import { TimeText } from '../time/time-text';
import { KeyUseList } from './key-use-list';

/** What there is to know of a key. */
export function KeyFacts({ apiKey }: { apiKey: KeyFragment }) {
  const { principal, scopes, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt, onBehalfOf } = apiKey;
  const { allowedNetworks, requestsPerMinute } = apiKey;
  return (
    <FactList>
      <Fact name="Program">{principal.name}</Fact>
      <Fact name="May">{scopes.join(', ')}</Fact>
      <Fact name="Made">
        <TimeText at={createdAt} /> {createdBy && `by ${createdBy.displayName}`}
      </Fact>
      <Fact name={revokedAt ? 'Revoked' : 'Works until'}>
        {revokedAt || expiresAt ? <TimeText at={(revokedAt ?? expiresAt) as string} /> : 'it is revoked'}
      </Fact>
      <Fact name="Last used">
        {lastUsedAt ? <TimeText at={lastUsedAt} /> : 'never'}
        {lastUsedAt && <KeyUseList keyId={apiKey.id} />}
      </Fact>
      {allowedNetworks.length > 0 && <Fact name="Only from">{allowedNetworks.join(', ')}</Fact>}
      {requestsPerMinute != null && <Fact name="At most">{requestsPerMinute} requests a minute</Fact>}
      {onBehalfOf && <Fact name="On behalf of">{onBehalfOf.displayName}</Fact>}
    </FactList>
  );
}
