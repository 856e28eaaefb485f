/** What an identity provider has to know of us, by connection. */
export interface SamlAddresses {
  /** What we call ourselves; our metadata is there. */
  entityId: string;
  /** Where answers are sent to (HTTP-POST). */
  acsUrl: string;
  /** Where people are after they have signed out there, and where it says that somebody did. */
  sloUrl: string;
}

export function samlAddresses(publicUrl: string, connectionId: string): SamlAddresses {
  const base = `${publicUrl}/api/v1/auth/sso/saml/${connectionId}`;
  return { entityId: `${base}/metadata`, acsUrl: `${base}/acs`, sloUrl: `${base}/slo` };
}
