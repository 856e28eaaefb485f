import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CertificateView, IdpMetadata, SamlConfig } from '@orkestra/tenancy';

export const SamlSignedEnum = {
  ASSERTION: 'assertion',
  RESPONSE: 'response',
  BOTH: 'both',
} as const satisfies Record<Uppercase<SamlConfig['signed']>, SamlConfig['signed']>;

registerEnumType(SamlSignedEnum, {
  name: 'SamlSigned',
  description: 'What has to be signed; what is signed beyond it has to be signed well.',
});

export const SamlNameIdFormatEnum = {
  PERSISTENT: 'persistent',
  EMAIL: 'email',
  UNSPECIFIED: 'unspecified',
} as const satisfies Record<Uppercase<SamlConfig['nameIdFormat']>, SamlConfig['nameIdFormat']>;

registerEnumType(SamlNameIdFormatEnum, {
  name: 'SamlNameIdFormat',
  description: 'How the provider is asked to name people.',
});

@ObjectType()
export class SamlCertificate implements CertificateView {
  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'SHA-256, in hexadecimal pairs.' })
  fingerprint!: string;

  @Field(() => Date)
  validFrom!: Date;

  @Field(() => Date)
  validTo!: Date;

  @Field(() => String)
  pem!: string;
}

/** Taken from metadata, and of no use to anybody but us. */
type AnswerAddress = 'sloResponseUrl' | 'sloPostUrl';

@ObjectType({ description: 'What the metadata of an identity provider says.' })
export class SamlMetadata implements Omit<IdpMetadata, 'certificates' | AnswerAddress> {
  @Field(() => String)
  entityId!: string;

  @Field(() => String)
  ssoUrl!: string;

  @Field(() => String, { nullable: true })
  sloUrl!: string | null;

  @Field(() => [SamlCertificate], { description: 'By which the provider signs.' })
  certificates!: SamlCertificate[];

  @Field(() => Boolean, { description: 'Whether it wants signed requests.' })
  signsRequests!: boolean;
}

@ObjectType({ description: 'A SAML 2.0 identity provider.' })
export class SamlSettings extends SamlMetadata implements Omit<SamlConfig, 'certificates' | AnswerAddress> {
  @Field(() => String, { nullable: true, description: 'Where its metadata was read from last.' })
  metadataUrl!: string | null;

  @Field(() => SamlSignedEnum)
  signed!: SamlConfig['signed'];

  @Field(() => Boolean, { description: 'Whether assertions in the clear are refused.' })
  encrypted!: boolean;

  @Field(() => SamlNameIdFormatEnum)
  nameIdFormat!: SamlConfig['nameIdFormat'];

  @Field(() => String, {
    nullable: true,
    description: 'Attribute by which a person is known for good; null for the NameID.',
  })
  subjectAttribute!: string | null;

  @Field(() => [String], { description: 'Classes of proof of which one has to be answered.' })
  authnContexts!: string[];

  @Field(() => Boolean, { description: 'Whether sign-ins may begin at the provider.' })
  idpInitiated!: boolean;

  @Field(() => Int, { description: 'In seconds: how far its clock may be off.' })
  clockSkewSeconds!: number;

  @Field(() => String, {
    description:
      'To be entered at the provider: what we call ourselves. Our metadata is at the same address.',
  })
  spEntityId!: string;

  @Field(() => String, { description: 'To be entered at the provider: where answers are sent.' })
  acsUrl!: string;

  @Field(() => String, {
    description:
      'To be entered at the provider: where its sign-outs are sent, and where people are after one that began here.',
  })
  spSloUrl!: string;
}

@ObjectType({ description: 'A key pair of ours, by which requests are signed and assertions decrypted.' })
export class SamlKey {
  @Field(() => ID)
  id!: string;

  @Field(() => SamlCertificate)
  certificate!: SamlCertificate;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class SamlMetadataPayload {
  @Field(() => SamlMetadata)
  metadata!: SamlMetadata;
}

@ObjectType()
export class SamlKeysPayload {
  @Field(() => [SamlKey])
  keys!: SamlKey[];
}
