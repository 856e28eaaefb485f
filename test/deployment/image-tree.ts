import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isSent, root, type Stage, type Step } from './dockerfile';

const run = promisify(execFile);

/** What a container would run, and where its files lie here. */
export interface Image {
  env: Record<string, string>;
  entrypoint: string[];
  healthcheck: string[];
  /** Where its working directory lies here. */
  folder: string;
  user: number;
}

/** Carries out the steps of a Dockerfile in empty folders: what they make, without the system below it. */
export class ImageTree {
  private readonly folder = mkdtempSync(join(tmpdir(), 'orkestra-image-'));
  private readonly done = new Map<string, Image>();
  private readonly sent = sentFiles();

  /** @param node the program that the base image would bring */
  constructor(node: string) {
    chmodSync(this.folder, 0o755);
    mkdirSync(dirname(this.node), { recursive: true });
    cpSync(node, this.node);
  }

  /** The base image's Node, in a folder that its user may enter. */
  get node(): string {
    return this.inside('image', '/usr/local/bin/node');
  }

  async assemble(stages: readonly Stage[]): Promise<Image> {
    for (const stage of stages) await this.build(stage);
    const image = this.done.get('image');
    if (!image) throw new Error('The Dockerfile has no last stage without a name.');
    return image;
  }

  /** Where a path of the last stage lies here. */
  path(path: string): string {
    return this.inside('image', path);
  }

  /** Some hundred thousand files: not in a moment. */
  async remove(): Promise<void> {
    await run('rm', ['-rf', this.folder]);
  }

  private async build({ name, steps }: Stage): Promise<void> {
    const image: Image = { env: {}, entrypoint: [], healthcheck: [], folder: '', user: 0 };
    this.done.set(name, image);
    for (const step of steps) {
      if (step.keyword === 'WORKDIR') this.enter(name, image, step);
      else if (step.keyword === 'COPY') await this.copy(image, step);
      else if (step.keyword === 'RUN') await this.run(image, step);
      else note(image, step);
    }
  }

  private enter(name: string, image: Image, { args }: Step): void {
    image.folder = this.inside(name, args[0] ?? '');
    mkdirSync(image.folder, { recursive: true });
  }

  private async copy({ folder }: Image, { line, args, flags }: Step): Promise<void> {
    const target = args.at(-1) ?? '';
    for (const source of args.slice(0, -1)) {
      const from = flags['from'] === undefined ? join(root, source) : this.inside(flags['from'], source);
      const isFolder = statSync(from).isDirectory();
      const to = join(folder, target, !isFolder && target.endsWith('/') ? basename(source) : '');
      if (flags['from'] === undefined) this.copySent(line, source, to);
      else await copyWhole(from, to);
      if (flags['chown'] && process.getuid?.() === 0) await run('chown', ['-R', flags['chown'], to]);
    }
  }

  private copySent(line: number, source: string, to: string): void {
    const below = source === '.' ? '' : `${source}/`;
    const files = this.sent.filter((file) => file === source || file.startsWith(below));
    if (files.length === 0) throw new Error(`Dockerfile:${line}: .dockerignore keeps ${source} back`);
    for (const file of files) {
      const place = file === source ? to : join(to, file.slice(below.length));
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(root, file), place);
    }
  }

  private async run({ folder, env }: Image, { line, args }: Step): Promise<void> {
    const command = args.join(' ');
    if (/(^|\s)\//.test(command)) throw new Error(`Dockerfile:${line}: a path from / would lead out of here`);
    await run('sh', ['-ec', command], { cwd: folder, env: { ...this.outside(), ...env } });
  }

  /** What Docker gives to a RUN, and the npm settings of this machine. */
  private outside(): Record<string, string | undefined> {
    const { HOME, PATH, NODE_EXTRA_CA_CERTS, npm_config_registry } = process.env;
    const path = [dirname(this.node), PATH].join(delimiter);
    return { HOME, PATH: path, NODE_EXTRA_CA_CERTS, npm_config_registry, npm_config_prefer_offline: 'true' };
  }

  private inside(stage: string, path: string): string {
    return join(this.folder, stage, path);
  }
}

function note(image: Image, { keyword, args, exec }: Step): void {
  if (keyword === 'ENV') Object.assign(image.env, Object.fromEntries(args.map((pair) => pair.split('='))));
  if (keyword === 'USER') image.user = Number((args[0] ?? '').split(':')[0]);
  if (keyword === 'ENTRYPOINT') image.entrypoint = exec;
  if (keyword === 'HEALTHCHECK') image.healthcheck = exec;
}

async function copyWhole(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  await run('cp', ['--archive', '--no-target-directory', from, to]);
}

/** What git ignores is never sent: .dockerignore keeps back all but what it names. */
function sentFiles(): string[] {
  const command = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', command, { cwd: root, encoding: 'utf8' });
  return [...new Set(listed.split('\n'))].filter((file) => file !== '').filter(isSent());
}
