import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { settings } from '@orkestra/core';
import { root } from './dockerfile';
import { findHelm } from './helm-program';
import { type Manifest, problemsOf } from './kubernetes';

const chart = join(root, 'deploy/helm/orkestra');
const read = (name: string) => readFileSync(join(chart, name), 'utf8');
const yaml = (name: string) => parse(read(name)) as Record<string, unknown>;
const least = join(chart, 'ci/test-values.yaml');
const SERVERS = ['api-gateway', 'worker', 'mcp-gateway'];

describe('The values', () => {
  const schema = JSON.parse(read('values.schema.json')) as {
    properties: Record<string, object> & { settings: { propertyNames: { enum: string[] } } };
  };
  const validate = new Ajv({ strict: false }).compile(schema);
  const defaults = yaml('values.yaml');
  const told = yaml('ci/test-values.yaml');
  const merged = {
    ...defaults,
    ...told,
    migrations: { ...(defaults['migrations'] as object), ...(told['migrations'] as object) },
  };

  it('are all in the schema, and what must be told is all that is missing', () => {
    expect(Object.keys(schema.properties).filter((name) => name !== 'global')).toEqual(Object.keys(defaults));
    expect(validate(merged)).toBe(true);
    expect(validate(defaults)).toBe(false);
  });

  it('take every setting of the servers that is no secret and not the chart’s own', () => {
    const fixed = [
      'NODE_ENV',
      'DEMO',
      'HOST',
      'PORT',
      'MCP_PORT',
      'WORKER_PORT',
      'ADMIN_DIST',
      'ATTACHMENTS_DIR',
    ];
    const secret =
      /DATABASE_URL$|_API_KEY$|BOT_TOKEN$|CLIENT_KEY_DATA$|CODEC_KEY$|^(SECRETS|KEY_ENCRYPTION|EVIDENCE)_KEY$|^MAIL_URL$|SECRET_ACCESS_KEY$/;
    const plain = Object.keys(settings.shape).filter((name) => !fixed.includes(name) && !secret.test(name));
    expect(schema.properties.settings.propertyNames.enum).toEqual(plain);
  });

  it.each([
    ['a setting that nobody knows', { settings: { ...(told['settings'] as object), PUBLIC_ULR: 'x' } }],
    ['a secret among the settings', { settings: { ...(told['settings'] as object), SECRETS_KEY: 'x' } }],
    [
      'an address without its scheme',
      { settings: { ...(told['settings'] as object), PUBLIC_URL: 'desk.example.com' } },
    ],
    ['a value that nobody knows', { replicas: 3 }],
    ['no Secret', { existingSecret: '' }],
    ['migrations without their Secret', { migrations: { enabled: true, existingSecret: '' } }],
  ])('are refused with %s', (_, wrong) => expect(validate({ ...merged, ...wrong })).toBe(false));
});

const helm = findHelm();
// Without Helm the values alone are checked: `npm run test:helm` builds it with Go.
(helm === undefined ? describe.skip : describe)('What Helm makes of the chart', () => {
  const call = (...args: string[]) => execFileSync(helm ?? '', args, { encoding: 'utf8', stdio: 'pipe' });
  const rendered = (...more: string[]) => {
    const text = call('template', 'desk', chart, '--kube-version', '1.34.0', '--values', least, ...more);
    const documents = parseAllDocuments(text).map((document) => document.toJS() as Manifest | null);
    return documents.filter((manifest) => manifest !== null);
  };
  const kindsOf = (manifests: Manifest[]) =>
    manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  const everything = [
    ...['ingress.enabled=true', 'ingress.className=nginx', 'ingress.tlsSecret=desk-tls'],
    ...SERVERS.map((name) => `${camel(name)}.autoscaling.enabled=true`),
    ...[
      'image.pullSecrets[0]=registry',
      'apiGateway.nodeSelector.disk=ssd',
      'worker.tolerations[0].key=batch',
    ],
    ...[
      'networkPolicy.workerFrom[0].podSelector.matchLabels.app=prometheus',
      'serviceAccount.annotations.a=b',
    ],
    ...['attachments.storageClassName=nfs', 'settings.REQUESTS_PER_MINUTE=600'],
  ].flatMap((value) => ['--set', value]);

  it('has nothing that `helm lint` finds', () => {
    expect(call('lint', chart, '--strict', '--values', least)).toContain('0 chart(s) failed');
  });

  it.each([
    ['the least that must be told', []],
    ['all that can be', everything],
  ])('fits the schemas of Kubernetes with %s', (_, more) => {
    const manifests = rendered(...more);
    expect(manifests.length).toBeGreaterThan(10);
    expect(manifests.flatMap(problemsOf)).toEqual([]);
  });

  it('runs the image’s three servers without rights, each with its probes', () => {
    const deployments = rendered().filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual(
      SERVERS.map((name) => `desk-orkestra-${name}`).sort(),
    );
    for (const { spec } of deployments) {
      const { containers, securityContext, automountServiceAccountToken } = spec.template.spec;
      expect(automountServiceAccountToken).toBe(false);
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      const [container] = containers;
      expect(container.args).toEqual([container.name]);
      expect(container.securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.livenessProbe.httpGet.path).toBe('/health/live');
      expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
      expect(container.ports).toEqual([{ name: 'http', containerPort: portOf(container.name) }]);
    }
  });

  it('migrates before, as the owner of the tables whom no server knows', () => {
    const manifests = rendered();
    const job = manifests.find(({ kind }) => kind === 'Job');
    expect(job?.metadata.annotations).toMatchObject({ 'helm.sh/hook': 'pre-install,pre-upgrade' });
    expect(job?.['spec'].template.spec.containers[0].args).toEqual(['db', 'migrate']);
    const others = manifests.filter((manifest) => manifest !== job);
    expect(JSON.stringify(job)).toContain('orkestra-owner');
    expect(JSON.stringify(others)).not.toContain('orkestra-owner');
  });

  it('leads agents to the mcp-gateway and people to the api-gateway, at the host of PUBLIC_URL', () => {
    const ingress = rendered(...everything).find(({ kind }) => kind === 'Ingress');
    const [rule] = (ingress?.['spec'].rules ?? []) as Json[];
    expect(rule?.['host']).toBe('desk.example.com');
    const paths = (rule?.['http'].paths as Json[]).map(
      ({ path, backend }) => [path, backend.service.name] as unknown[],
    );
    expect(Object.fromEntries(paths)).toEqual({
      '/': 'desk-orkestra-api-gateway',
      '/mcp': 'desk-orkestra-mcp-gateway',
      '/.well-known': 'desk-orkestra-mcp-gateway',
    });
  });

  it('has no volume where the files lie in a bucket, and no copies where it is said so', () => {
    const bucket = rendered('--set', 'settings.ATTACHMENTS_S3_BUCKET=files');
    expect(JSON.stringify(bucket)).not.toContain('attachments"');
    expect(kindsOf(bucket).filter((name) => name.startsWith('PersistentVolumeClaim'))).toEqual([]);
    const own = rendered('--set', 'attachments.existingClaim=files');
    expect(kindsOf(own).filter((name) => name.startsWith('PersistentVolumeClaim'))).toEqual([]);
    expect(JSON.stringify(own)).toContain('{"claimName":"files"}');
  });

  it('says what is missing or wrong in the values', () => {
    expect(() => call('template', 'desk', chart, '--kube-version', '1.34.0')).toThrow(/existingSecret/);
    expect(() => rendered('--set', 'settings.PUBLIC_ULR=x')).toThrow(/PUBLIC_ULR/);
  });
});

it('a field that Kubernetes does not know is found', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { prots: [] } };
  expect(problemsOf(service)).toEqual(['Service a.spec.prots is not known']);
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parts of manifests
type Json = Record<string, any>;

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function portOf(server: string): number | undefined {
  const names: Record<string, 'PORT' | 'WORKER_PORT' | 'MCP_PORT'> = {
    'api-gateway': 'PORT',
    worker: 'WORKER_PORT',
    'mcp-gateway': 'MCP_PORT',
  };
  const name = names[server];
  return name && settings.shape[name].parse(undefined);
}
