import { posix } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../environment/environment';
import { Compiler } from '../../project/compiler';
import type { Project } from '../../project/project';
import { ToolError } from '../workspace/workspace.errors';
import type { Proposal } from '../workspace/proposal';
import type { Stage } from '../workspace/stage';
import { runTest, type TestAnswer } from '../workspace/test-run';

const MOST_PROBLEMS = 40;
const A_MOMENT_MS = 50;
const TEST_FILE = /\.(test|spec)\.[mc]?ts$/;

interface TrialOptions {
  readonly testSeconds: number;
  readonly env: Environment;
  readonly signal: AbortSignal;
}

interface Compiled {
  readonly digest: string;
  readonly staged: Project;
  readonly problems: readonly string[];
}

/** Checks and tests a proposal in a copy of the project, and remembers what was found to be right. */
export class Trial {
  /** Digests of proposals. */
  private readonly checked = new Set<string>();
  private readonly tested = new Map<string, string>();
  private last: Compiled | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly proposal: Proposal,
    private readonly options: TrialOptions,
  ) {}

  /** @returns each problem by file, line and column; none where the types fit */
  async check(): Promise<readonly string[]> {
    return (await this.compile()).problems;
  }

  /**
   * @param mayRun asked when all is ready to run
   * @throws ToolError where the code does not compile, or the file is no test of a workflow
   */
  async test(given: string, mayRun: () => Promise<void>): Promise<TestAnswer> {
    const path = posix.normalize(given);
    const source = this.proposal.contentOf(path);
    if (!TEST_FILE.test(path)) throw new ToolError(`${path} is no test: its name must end with .test.ts.`);
    if (source !== undefined && !source.includes('@orkestra/sdk/testing'))
      throw new ToolError(`${path} must run the workflow with @orkestra/sdk/testing.`);
    const { problems, staged } =
      this.last?.digest === this.proposal.digest ? this.last : await this.compile();
    if (problems.length > 0) throw new ToolError(`It does not compile yet:\n${problems.join('\n')}`);
    await mayRun();
    const { testSeconds: seconds, env, signal } = this.options;
    const answer = await runTest(staged, path, { seconds, env, signal });
    if (answer.isGreen) this.tested.set(path, this.proposal.digest);
    else this.tested.delete(path);
    return answer;
  }

  /** What is still to be done before the developer is asked; undefined when all is right. */
  missing(): string | undefined {
    const { digest } = this.proposal;
    const changes = this.proposal.changes().map(({ path }) => path);
    if (changes.length === 0) return 'Nothing is proposed: call propose_files first.';
    if (!this.checked.has(digest)) return 'The proposal was not checked since its last change: call check.';
    const tests = changes.filter((path) => TEST_FILE.test(path));
    if (tests.length === 0 && ![...this.tested.values()].includes(digest))
      return 'No test has run: propose a *.test.ts for the workflow, and call run_test.';
    const open = tests.filter((path) => this.tested.get(path) !== digest);
    return open.length === 0
      ? undefined
      : `Call run_test until these pass as they are now: ${open.join(', ')}.`;
  }

  private async compile(): Promise<Compiled> {
    const { digest } = this.proposal;
    const staged = this.stage.build();
    const { problems } = new Compiler(staged).compile();
    if (problems.length === 0) this.checked.add(digest);
    // Compiling holds everything up: connections that were closed meanwhile are noticed now, not by the next request.
    await sleep(A_MOMENT_MS);
    const shown = problems.slice(0, MOST_PROBLEMS);
    const more = problems.length - shown.length;
    this.last = { digest, staged, problems: more > 0 ? [...shown, `… and ${more} more`] : shown };
    return this.last;
  }
}
