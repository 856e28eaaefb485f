import type { ConnectionPartsFragment, SamlNameIdFormat, SamlSigned } from '../../generated/graphql';
import { wordsIn } from '../connection/draft-fields';
import { type MappingDraft, mappingDraftOf, mappingInputOf } from '../connection/mapping-fields';

/** A SAML connection as it is typed. */
export interface SamlDraft extends MappingDraft {
  name: string;
  metadataUrl: string;
  metadataXml: string;
  /** Certificates that are added beside those that count already, as PEM. */
  moreCertificates: string;
  signed: string;
  encrypted: boolean;
  signsRequests: boolean;
  nameIdFormat: string;
  subjectAttribute: string;
  authnContexts: string;
  idpInitiated: boolean;
  clockSkewSeconds: number | string;
  provisions: boolean;
}

export function samlDraftOf(connection?: ConnectionPartsFragment): SamlDraft {
  const { saml, mapping } = connection ?? {};
  return {
    ...mappingDraftOf(mapping),
    name: connection?.name ?? '',
    ...{ metadataUrl: '', metadataXml: '', moreCertificates: '' },
    signed: saml?.signed ?? 'ASSERTION',
    encrypted: saml?.encrypted ?? false,
    signsRequests: saml?.signsRequests ?? false,
    nameIdFormat: saml?.nameIdFormat ?? 'PERSISTENT',
    subjectAttribute: saml?.subjectAttribute ?? '',
    authnContexts: (saml?.authnContexts ?? []).join(' '),
    idpInitiated: saml?.idpInitiated ?? false,
    clockSkewSeconds: saml?.clockSkewSeconds ?? 60,
    provisions: connection?.provisions ?? false,
  };
}

/** Undefined where neither is given. */
export function metadataOf({ metadataUrl, metadataXml }: SamlDraft) {
  if (metadataXml.trim() !== '') return { metadataXml };
  return metadataUrl.trim() === '' ? undefined : { metadataUrl };
}

/** What is sent of it. Metadata says itself whether it wants signed requests, until somebody has decided that here. */
export function samlInputOf(draft: SamlDraft, before?: ConnectionPartsFragment['saml']) {
  const { name, provisions, encrypted, signsRequests, idpInitiated } = draft;
  const more = draft.moreCertificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  const known = before?.certificates.map(({ pem }) => pem) ?? [];
  return {
    name,
    provisions,
    saml: {
      ...metadataOf(draft),
      ...(more !== null && { certificates: [...known, ...more] }),
      signed: draft.signed as SamlSigned,
      encrypted,
      ...((before || signsRequests) && { signsRequests }),
      nameIdFormat: draft.nameIdFormat as SamlNameIdFormat,
      subjectAttribute: draft.subjectAttribute.trim() === '' ? null : draft.subjectAttribute,
      authnContexts: wordsIn(draft.authnContexts),
      idpInitiated,
      clockSkewSeconds: Number(draft.clockSkewSeconds),
    },
    mapping: mappingInputOf(draft),
  };
}
