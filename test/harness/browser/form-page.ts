import type { Locator, Page } from 'playwright-core';
import type { Step, Written } from '../../forms/form-case';

type Language = 'en' | 'de';

/** A task's form in a browser, filled in as a person does it: by the names that they see. */
export class FormPage {
  constructor(
    private readonly page: Page,
    private readonly language: Language,
  ) {}

  async fillIn(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step);
  }

  async complete(): Promise<void> {
    await this.page.getByRole('button', { name: 'Complete', exact: true }).click();
  }

  private async take(step: Step): Promise<void> {
    const [kind] = Object.keys(step);
    if ('type' in step) return this.field(step.type[0]).pressSequentially(this.written(step.type[1]));
    if ('put' in step) return this.put(step.put[0], this.written(step.put[1]));
    if ('keys' in step) return this.press(step.keys);
    if ('clear' in step) return this.field(step.clear).fill('');
    if ('day' in step) return this.field(step.day[0]).fill(step.day[1]);
    if ('choose' in step) return this.choose(step.choose);
    if ('answer' in step)
      return this.group(step.answer[0]).getByLabel(step.answer[1], { exact: true }).check();
    if ('tick' in step) return this.field(step.tick).check();
    if ('press' in step) return this.form.getByRole('button', { name: step.press }).last().click();
    if ('complete' in step) return this.refused();
    if ('sees' in step) return this.form.getByText(step.sees).first().waitFor();
    if ('reads' in step) return this.reads(step.reads[0], this.written(step.reads[1]));
    if ('lacks' in step) return this.field(step.lacks).waitFor({ state: 'detached' });
    if ('order' in step) return this.order(step.order);
    throw new Error(`No such step: ${kind}`);
  }

  private get form(): Locator {
    return this.page.locator('form').filter({ has: this.page.getByRole('button', { name: 'Complete' }) });
  }

  /** By its label, with or without the star of what is required. */
  private field(label: string): Locator {
    return this.form
      .getByLabel(new RegExp(`^${label.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}( \\*)?$`))
      .first();
  }

  private group(label: string): Locator {
    return this.form.getByRole('radiogroup', { name: label });
  }

  private async put(label: string, text: string): Promise<void> {
    await this.field(label).focus();
    await this.page.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(text)})`);
  }

  private async press([label, ...keys]: readonly string[]): Promise<void> {
    for (const key of keys) await this.field(label ?? '').press(key);
  }

  private async choose([label, ...options]: readonly string[]): Promise<void> {
    await this.field(label ?? '').click();
    for (const option of options) await this.form.getByRole('option', { name: option, exact: true }).click();
    if (options.length > 1) await this.field(label ?? '').press('Escape');
  }

  private async refused(): Promise<void> {
    await this.complete();
    await this.page.getByText('Nothing was sent').waitFor();
  }

  private async reads(label: string, text: string): Promise<void> {
    const found = await this.field(label).inputValue();
    if (found !== text) throw new Error(`${label} reads ${found} in place of ${text}`);
  }

  private async order(labels: readonly string[]): Promise<void> {
    const all = (await this.form.locator('label').allInnerTexts()).map((label) => label.replace(/ ?\*$/, ''));
    const found = all.filter((label) => labels.includes(label));
    if (found.join() !== labels.join()) throw new Error(`${found.join()} in place of ${labels.join()}`);
  }

  private written(text: Written): string {
    return typeof text === 'string' ? text : text[this.language];
  }
}
