/** An attribute as RFC 7643, section 7, describes it. */
interface SchemaAttribute {
  name: string;
  type: 'string' | 'boolean' | 'reference' | 'complex';
  multiValued: boolean;
  description: string;
  required: boolean;
  caseExact: boolean;
  mutability: 'readOnly' | 'readWrite';
  returned: 'always' | 'default';
  uniqueness: 'none' | 'server';
  canonicalValues?: string[];
  referenceTypes?: string[];
  subAttributes?: SchemaAttribute[];
}

function attribute(name: string, description: string, more: Partial<SchemaAttribute> = {}): SchemaAttribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

const complex = (
  name: string,
  description: string,
  parts: SchemaAttribute[],
  more: Partial<SchemaAttribute> = {},
) => attribute(name, description, { type: 'complex', subAttributes: parts, ...more });

const several = (name: string, description: string, what: string, required: boolean) =>
  complex(
    name,
    description,
    [
      attribute('value', what, { required }),
      attribute('display', 'What people see.'),
      attribute('type', 'Such as "work".'),
      attribute('primary', 'Whether it is the one that counts.', { type: 'boolean' }),
    ],
    { multiValued: true, required },
  );

const READ_ONLY = { mutability: 'readOnly' } as const;

const USER = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'A person of the workspace.',
  attributes: [
    attribute('userName', 'By which the directory knows the person.', {
      required: true,
      uniqueness: 'server',
    }),
    complex('name', 'The parts of the name.', [
      attribute('formatted', 'The whole name.'),
      attribute('familyName', 'The family name.'),
      attribute('givenName', 'The given name.'),
    ]),
    attribute('displayName', 'What others see.'),
    attribute('title', 'Such as "Vice President".'),
    attribute('active', 'Whether they can sign in and get tasks.', { type: 'boolean', required: true }),
    several(
      'emails',
      'The primary one, else that of work, is the address in Orkestra.',
      'An e-mail address.',
      true,
    ),
    several('roles', 'admin, operator, viewer or auditor; all others have no meaning.', 'A role.', false),
    complex(
      'groups',
      'Groups of the connection that they are in.',
      [
        attribute('value', 'The id of the group.', READ_ONLY),
        attribute('$ref', 'The group.', {
          ...READ_ONLY,
          type: 'reference',
          referenceTypes: ['Group'],
          caseExact: true,
        }),
        attribute('display', 'Its name.', READ_ONLY),
        attribute('type', 'Always "direct".', READ_ONLY),
      ],
      { ...READ_ONLY, multiValued: true },
    ),
  ],
};

const ENTERPRISE = {
  id: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  name: 'EnterpriseUser',
  description: 'Where the person stands in the enterprise.',
  attributes: [
    attribute('employeeNumber', 'By which the enterprise counts them.'),
    attribute('department', 'Where they work.'),
  ],
};

const GROUP = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'People who share a queue.',
  attributes: [
    attribute('displayName', 'What people see; the key by which workflows name the group follows from it.', {
      required: true,
    }),
    complex(
      'members',
      'People of the connection.',
      [
        attribute('value', 'The id of the person.'),
        attribute('$ref', 'The person.', { type: 'reference', referenceTypes: ['User'], caseExact: true }),
        attribute('type', 'People alone: groups within groups are left out.', { canonicalValues: ['User'] }),
      ],
      { multiValued: true },
    ),
  ],
};

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

/** What of SCIM's own schemas Orkestra keeps: what is not here is left out, and said so. */
export function scimSchemas(baseUrl: string) {
  return [USER, GROUP, ENTERPRISE].map((schema) => ({
    schemas: [SCHEMA],
    ...schema,
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  }));
}

export function scimResourceTypes(baseUrl: string) {
  const type = (
    name: 'User' | 'Group',
    schema: string,
    extensions: { schema: string; required: boolean }[],
  ) => ({
    schemas: [RESOURCE_TYPE],
    ...{ id: name, name, endpoint: `/${name}s`, schema },
    ...(extensions.length === 0 ? {} : { schemaExtensions: extensions }),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${name}` },
  });
  return [type('User', USER.id, [{ schema: ENTERPRISE.id, required: false }]), type('Group', GROUP.id, [])];
}

/** @param mostResults in one page of a list */
export function serviceProviderConfig(baseUrl: string, mostResults: number) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Token of the directory connection',
        description:
          'Authorization: Bearer <token>, as shown when the connection is made or its token is rotated.',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}
