import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { ManagedProcess } from '../../../apps/local/src';
import { eventually } from '../eventually';
import { freePort } from './ports';
import { guard, testRun } from '../run/test-run';

const PACKAGES = ['moto[s3]==5.2.5', 'flask==3.1.3', 'flask-cors==6.0.5'];
const BUCKET = 'attachments';
/** As many calls as it takes to make the one user whose signature is checked from then on. */
const UNCHECKED_CALLS = 3;

/** A server of Amazon's S3 protocol (moto) that checks signatures, with one user and one bucket. */
export class S3Server {
  private constructor(
    private readonly process: ManagedProcess,
    /** The gateway's settings for the bucket. */
    readonly settings: Record<string, string>,
    private readonly client: S3Client,
  ) {}

  static async start(): Promise<S3Server> {
    const folder = await install();
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const process = await ManagedProcess.start({
      name: 's3',
      command: 'python3',
      args: ['-m', 'moto.server', '-p', String(port)],
      env: {
        PATH: globalThis.process.env.PATH,
        PYTHONPATH: folder,
        INITIAL_NO_AUTH_ACTION_COUNT: String(UNCHECKED_CALLS),
      },
      logFile: join(testRun.folder, 'logs', `s3-${port}.log`),
    });
    guard(process);
    await eventually(async () => (await fetch(`${endpoint}/moto-api/`)).ok, { timeoutMs: 60_000 });
    const credentials = await makeUser(endpoint);
    const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    const settings = {
      ATTACHMENTS_S3_BUCKET: BUCKET,
      ATTACHMENTS_S3_ENDPOINT: endpoint,
      ATTACHMENTS_S3_ACCESS_KEY_ID: credentials.accessKeyId,
      ATTACHMENTS_S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    return new S3Server(process, settings, client);
  }

  /** The keys of what is in the bucket. */
  async objects(): Promise<string[]> {
    const { Contents: found = [] } = await this.client.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    return found.map(({ Key }) => Key ?? '');
  }

  /** How many uploads were begun and neither ended nor aborted. */
  async unfinishedUploads(): Promise<number> {
    const { Uploads: found = [] } = await this.client.send(
      new ListMultipartUploadsCommand({ Bucket: BUCKET }),
    );
    return found.length;
  }

  async stop(): Promise<void> {
    this.client.destroy();
    await this.process.stop();
  }
}

/** Once a machine; the folder is moved into its place when it is whole. */
async function install(): Promise<string> {
  const cache = process.env['ORKESTRA_CACHE'] || join(homedir(), '.cache', 'orkestra');
  const target = join(cache, 'moto-5.2.5');
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${target}.`);
  const flags = ['--quiet', '--disable-pip-version-check', '--only-binary=:all:', '--target', folder];
  try {
    await promisify(execFile)('python3', ['-m', 'pip', 'install', ...flags, ...PACKAGES]);
    renameSync(folder, target);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

async function makeUser(endpoint: string) {
  const UserName = 'orkestra';
  await iam(endpoint, { Action: 'CreateUser', UserName });
  const key = await iam(endpoint, { Action: 'CreateAccessKey', UserName });
  const everything = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [everything] });
  await iam(endpoint, { Action: 'PutUserPolicy', UserName, PolicyName: 'all', PolicyDocument });
  const valueOf = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(key)?.[1] ?? '';
  return { accessKeyId: valueOf('AccessKeyId'), secretAccessKey: valueOf('SecretAccessKey') };
}

async function iam(endpoint: string, parameters: Record<string, string>): Promise<string> {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=none/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none';
  const body = new URLSearchParams({ ...parameters, Version: '2010-05-08' });
  const response = await fetch(endpoint, { method: 'POST', headers: { authorization }, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${parameters['Action']}: ${text}`);
  return text;
}
