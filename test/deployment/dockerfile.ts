import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignoring from '@balena/dockerignore';
import {
  DockerfileParser,
  From,
  Healthcheck,
  type Instruction,
  JSONInstruction,
  ModifiableInstruction,
} from 'dockerfile-ast';

export const root = join(__dirname, '../..');

export interface Step {
  line: number;
  keyword: string;
  /** Without its flags. */
  args: string[];
  /** Of the form that no shell reads, its strings. */
  exec: string[];
  flags: Record<string, string>;
}

export interface Stage {
  name: string;
  from: string;
  steps: Step[];
}

/** What these tests know of Docker's language; a Dockerfile with more is refused. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  WORKDIR: [],
  COPY: ['from', 'chown'],
  RUN: ['mount'],
  LABEL: [],
  ENV: [],
  USER: [],
  EXPOSE: [],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'retries'],
  ENTRYPOINT: [],
  CMD: [],
};

/** The stages of a Dockerfile in their order, with the defaults of its ARGs filled in. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  const defaults: Record<string, string> = {};
  const filledIn = (from: string) => from.replace(/\$\{(\w+)\}/g, (_, name: string) => defaults[name] ?? '');
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction);
    if (instruction instanceof From) {
      const from = filledIn(instruction.getImage() ?? '');
      stages.push({ name: instruction.getBuildStage() ?? 'image', from, steps: [] });
    } else if (stages.length === 0 && step.keyword === 'ARG') {
      const [name = '', value = ''] = (step.args[0] ?? '').split('=');
      defaults[name] = value;
    } else {
      refuseUnknown(step);
      stages.at(-1)?.steps.push(step);
    }
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const args = instruction.getArguments().map((argument) => argument.getValue());
  return {
    line: instruction.getRange().start.line + 1,
    keyword: instruction.getKeyword(),
    args,
    exec: execForm(instruction, args),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
  };
}

function execForm(instruction: Instruction, args: readonly string[]): string[] {
  if (instruction instanceof Healthcheck) return JSON.parse(args.slice(1).join(' ')) as string[];
  if (!(instruction instanceof JSONInstruction)) return [];
  return instruction.getJSONStrings().map((string) => string.getJSONValue());
}

function refuseUnknown({ line, keyword, flags }: Step): void {
  const known = KNOWN[keyword];
  const unknown = known ? Object.keys(flags).filter((flag) => !known.includes(flag)) : [keyword];
  if (unknown.length > 0) throw new Error(`Dockerfile:${line}: ${keyword} (${unknown.join()}) is not known`);
}

/** Whether Docker sends a file of the repository to the build. */
export function isSent(): (path: string) => boolean {
  const patterns = readFileSync(join(root, '.dockerignore'), 'utf8');
  return ignoring().add(patterns).createFilter();
}
