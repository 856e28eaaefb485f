import type { ConnectionPartsFragment } from '../generated/graphql';
import { Fact } from '../interface/values/fact-list';
import { CopiedFact } from './connection/copied-fact';

/** What an OpenID provider has to know of us, and what we know of it. */
export function OidcFacts({ oidc }: { oidc: NonNullable<ConnectionPartsFragment['oidc']> }) {
  return (
    <>
      <Fact name="Issuer">{oidc.issuer}</Fact>
      <Fact name="Client ID">{oidc.clientId}</Fact>
      <CopiedFact name="Redirect URI" text={oidc.redirectUri} />
      <CopiedFact name="Post-logout redirect URI" text={oidc.postLogoutRedirectUri} />
      <CopiedFact name="Back-channel logout URI" text={oidc.backchannelLogoutUri} />
    </>
  );
}
