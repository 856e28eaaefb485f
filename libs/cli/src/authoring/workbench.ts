import type { Environment } from '../environment/environment';
import type { Project } from '../project/project';
import { Authoring } from './authoring';
import type { AuthoringOptions } from './authoring-options';
import type { Developer, Question } from './developer/developer';
import type { Model } from './model/model';
import { PatientModel } from './model/patient-model';
import { systemPrompt } from './prompt/prompt';
import { type Decision, save } from './saving';
import { Budget, TalkEndedError } from './talk/budget';
import type { Talk } from './talk/talk';
import type { TalkShelf } from './talk/talk-shelf';
import { fileTools } from './tools/file-tools';
import { talkTools } from './tools/talk-tools';
import { Toolbox } from './tools/toolbox';
import { Trial } from './tools/trial';
import { trialTools } from './tools/trial-tools';
import { layoutOf } from './workspace/layout';
import { ProjectFiles } from './workspace/project-files';
import { Proposal } from './workspace/proposal';
import type { Secrets } from './workspace/secrets';
import { Stage } from './workspace/stage';

interface WorkbenchParts {
  readonly project: Project;
  readonly model: Model;
  readonly developer: Developer;
  readonly shelf: TalkShelf;
  readonly secrets: Secrets;
  readonly talk: Talk;
  readonly options: AuthoringOptions;
  readonly env: Environment;
  readonly stop: AbortSignal;
  /** What earlier talks were about. */
  readonly earlier: readonly string[];
}

const MAY_RUN = `The test that the model wrote runs on this machine with your rights, in a copy of the project and without your keys.
Run it, and its later versions in this talk? y or n:`;

/** All that one talk works with. */
export class Workbench {
  private readonly budget: Budget;
  private readonly signal: AbortSignal;
  private readonly files: ProjectFiles;
  private readonly proposal: Proposal;
  private readonly stage: Stage;
  private readonly authoring: Authoring;
  private readonly developer: Developer;
  private mayRun: boolean;
  private summary: string | undefined;

  /** @throws StartRefusedError where the project is not as it must be */
  constructor(private readonly parts: WorkbenchParts) {
    const { project, talk, options } = parts;
    const { sources, outDir } = layoutOf(project);
    this.mayRun = options.yes;
    this.files = new ProjectFiles(project);
    this.proposal = new Proposal(this.files.root, sources, talk.proposal);
    this.budget = new Budget(options.limits);
    this.signal = AbortSignal.any([parts.stop, this.budget.signal]);
    this.developer = { ...this.patientDeveloper() };
    this.stage = new Stage(project, this.proposal, outDir);
    this.authoring = this.assemble(sources);
  }

  get used(): string {
    return this.budget.used;
  }

  async run(request: string): Promise<Exclude<Decision, { kind: 'changes' }>> {
    const { talk, model, developer } = this.parts;
    developer.tell({ type: 'begin', talk: talk.id, model: model.name, host: model.host });
    try {
      return await this.authoring.run(request);
    } catch (error) {
      if (!this.parts.stop.aborted) this.budget.refuseLate();
      throw error;
    } finally {
      this.keep();
    }
  }

  close(): void {
    this.budget.stop();
    this.stage.remove();
  }

  private assemble(sources: string): Authoring {
    const { project, model, talk, secrets, options, env, earlier } = this.parts;
    const { developer, proposal, signal } = this;
    const tell = developer.tell.bind(developer);
    const leaveOut = (text: string) => secrets.leaveOut(text);
    const trial = new Trial(this.stage, proposal, { testSeconds: options.testSeconds, env, signal });
    const tools = [
      ...fileTools(this.files, proposal),
      ...trialTools(trial, { tell, mayRun: () => this.askToRun() }),
      ...talkTools({
        ask: (text, choices) => developer.ask({ kind: 'question', text, options: choices }),
        missing: () => trial.missing(),
        finish: (summary) => (this.summary = summary),
      }),
    ];
    return new Authoring({
      model: new PatientModel(model, (text) => tell({ type: 'notice', text })),
      toolbox: new Toolbox(tools, tell, leaveOut, signal),
      system: leaveOut(systemPrompt(project, sources, earlier)),
      ...{ developer, talk, signal, leaveOut, budget: this.budget },
      keep: () => this.keep(),
      takeSummary: () => this.takeSummary(),
      save: () =>
        save(proposal, developer, { root: this.files.root, yes: options.yes, dryRun: options.dryRun }),
    });
  }

  /** The clock stands while the developer thinks, and Ctrl-C ends their thinking. */
  private patientDeveloper(): Developer {
    const { developer, stop } = this.parts;
    const ask = (question: Question) =>
      this.budget.pauseWhile(async () => {
        stop.throwIfAborted();
        let end = () => {};
        const stopped = new Promise<never>((_resolve, reject) => {
          end = () => reject(stop.reason as Error);
          stop.addEventListener('abort', end, { once: true });
        });
        try {
          return await Promise.race([developer.ask(question), stopped]);
        } finally {
          stop.removeEventListener('abort', end);
        }
      });
    return { ask, tell: (event) => developer.tell(event), close: () => developer.close() };
  }

  private async askToRun(): Promise<void> {
    if (this.mayRun) return;
    const answer = await this.developer.ask({ kind: 'run', text: MAY_RUN });
    this.mayRun = /^(y|yes)$/i.test(answer ?? '');
    if (this.mayRun) return;
    throw new TalkEndedError('No test may run, and untested code is not saved. --yes lets tests run.');
  }

  private takeSummary(): string | undefined {
    const { summary } = this;
    this.summary = undefined;
    return summary;
  }

  private keep(): void {
    const { shelf, talk } = this.parts;
    talk.proposal = this.proposal.kept;
    shelf.save(talk);
  }
}
