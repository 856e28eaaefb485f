import type { Developer } from './developer/developer';
import type { Message, Model, ModelReply, ResultPart, TextPart } from './model/model';
import { type Budget, TalkEndedError } from './talk/budget';
import { type Talk, withText } from './talk/talk';
import type { Toolbox } from './tools/toolbox';
import type { Decision } from './saving';

const MOST_CUT_OFF = 3;
const MOST_NUDGES = 2;

export interface AuthoringParts {
  readonly model: Model;
  readonly toolbox: Toolbox;
  readonly system: string;
  readonly developer: Developer;
  readonly talk: Talk;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  /** Keeps the talk as it is now. */
  readonly keep: () => void;
  /** What the model says it has made, once it is finished. */
  readonly takeSummary: () => string | undefined;
  readonly save: () => Promise<Decision>;
  /** Takes secrets out of what the developer types. */
  readonly leaveOut: (text: string) => string;
}

type Outcome = Exclude<Decision, { kind: 'changes' }>;

/** The talk between the developer and the model, until something is written, or the developer wants no more. */
export class Authoring {
  private cutOff = 0;
  private nudges = 0;

  constructor(private readonly parts: AuthoringParts) {}

  /**
   * @param request what the developer says first
   * @throws TalkEndedError, ModelError
   */
  async run(request: string): Promise<Outcome> {
    this.say(this.parts.leaveOut(request));
    for (;;) {
      const reply = await this.reply();
      const outcome = reply.stop === 'calls' ? await this.runCalls(reply) : await this.goOn(reply);
      this.parts.keep();
      if (outcome !== undefined) return outcome;
    }
  }

  private async reply(): Promise<ModelReply> {
    const { model, toolbox, system, developer, talk, budget, signal } = this.parts;
    budget.takeTurn();
    const onText = (text: string) => developer.tell({ type: 'piece', text });
    const { messages } = talk;
    const reply = await model.reply({ system, tools: toolbox.specs, messages, signal, onText });
    budget.countTokens(reply.tokens);
    const text = reply.message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    if (text !== '') developer.tell({ type: 'said', text });
    return reply;
  }

  private async runCalls({ message }: ModelReply): Promise<Outcome | undefined> {
    const { toolbox, talk, keep } = this.parts;
    this.cutOff = 0;
    this.nudges = 0;
    this.push(message);
    keep();
    const results: ResultPart[] = [];
    for (const part of message.parts) if (part.type === 'call') results.push(await toolbox.run(part));
    const decision = await this.decision();
    const said: TextPart[] = decision?.kind === 'changes' ? [{ type: 'text', text: decision.text }] : [];
    this.push({ role: 'user', parts: [...results, ...said] });
    if (decision === undefined || decision.kind === 'changes') return undefined;
    talk.outcome = decision.kind === 'written' || decision.kind === 'declined' ? decision.kind : 'open';
    return decision;
  }

  private async decision(): Promise<Decision | undefined> {
    const { takeSummary, save, talk, leaveOut } = this.parts;
    const summary = takeSummary();
    if (summary === undefined) return undefined;
    talk.summary = summary;
    const decision = await save();
    return decision.kind === 'changes' ? { ...decision, text: leaveOut(decision.text) } : decision;
  }

  /** After a reply that calls no tool. */
  private async goOn({ message, stop }: ModelReply): Promise<Outcome | undefined> {
    if (stop === 'refused')
      throw new TalkEndedError(
        'The model declined to go on with this. Say it in other words, in a new talk.',
      );
    if (stop === 'full')
      throw new TalkEndedError('The talk is longer than the model can read. Begin a new one.');
    if (stop === 'cutOff') return this.afterCutOff(message.parts);
    this.push(message.parts.length === 0 ? SILENCE : message);
    const answer = await this.parts.developer.ask({ kind: 'talk', text: '>' });
    if (answer) return void this.say(this.parts.leaveOut(answer));
    this.nudges += 1;
    if (this.nudges > MOST_NUDGES) throw new TalkEndedError('The model has stopped before it was finished.');
    this.say(
      'Nobody answers now. Go on with the tools as you think best, and call finish when all is green.',
    );
    return undefined;
  }

  private afterCutOff(parts: readonly Message['parts'][number][]): undefined {
    this.cutOff += 1;
    if (this.cutOff >= MOST_CUT_OFF)
      throw new TalkEndedError(
        'The replies of the model are too long and were cut off. Ask for less at once.',
      );
    this.parts.developer.tell({
      type: 'notice',
      text: 'The reply was cut off. The model says it in smaller parts.',
    });
    // A call that was cut off is not whole, so it is not run and not kept.
    const texts = parts.flatMap((part) => (part.type === 'text' ? [part] : []));
    this.push(texts.length === 0 ? SILENCE : { role: 'model', parts: texts });
    this.say(
      'Your reply was too long and was cut off; no tool has run. Do it in smaller steps: one file in each call.',
    );
  }

  private push(message: Message): void {
    this.parts.talk.messages = [...this.parts.talk.messages, message];
  }

  private say(text: string): void {
    this.parts.talk.messages = withText(this.parts.talk.messages, text);
  }
}

/** A provider takes no empty message. */
const SILENCE: Message = { role: 'model', parts: [{ type: 'text', text: '…' }] };
