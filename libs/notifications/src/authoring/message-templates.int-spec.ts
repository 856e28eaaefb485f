import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headerOf, MailOffice } from '../../../../test/harness/mail-office';
import { type Office, PAYLOAD } from '../../../../test/harness/office';
import type { Inbox } from '../../../../test/harness/servers/mail-server';
import { DeliveryLog, MessagePreviews, MessageTemplates, PreferencesService } from '..';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };
const OF_APPROVALS = { channel: 'email', kind: 'approval_asked', language: 'en' };
const PLAIN = {
  subject: 'Please decide: {{ item.title }}',
  body: '<p>Dear {{ name }}: {{ item.sentence }}!</p>',
};

let post: MailOffice;
let office: Office;
let mail: Inbox;
let templates: MessageTemplates;
let previews: MessagePreviews;
beforeEach(async () => open());
afterEach(() => post?.close());

async function open(settings: Record<string, string> = {}): Promise<void> {
  post = await MailOffice.open(settings);
  ({ office, mail } = post);
  templates = office.app.get(MessageTemplates);
  previews = office.app.get(MessagePreviews);
}

async function mailFor(name: string, spec: object = {}): Promise<{ text: string; source: string }> {
  await office.task({ ...approval, ...spec });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  const [last] = mail.mails.filter(({ to }) => to === `${name}@a.test`).reverse();
  return last ?? { text: '', source: '' };
}

/** The catcher gives the bytes of a mail as they are. */
const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

it('writes by the tenant’s own template, inside the frame that every mail has, and escapes what people wrote', async () => {
  const { ada } = office.people;
  const view = await templates.save(ada, { ...OF_APPROVALS, ...PLAIN });
  expect(view.templates).toMatchObject([{ ...OF_APPROVALS, problem: null, canUndo: false }]);
  const { text, source } = await mailFor('eva', { title: '<b>Refund</b> & more' });
  expect(text).toContain('Dear eva: An approval is asked of you!');
  expect(headerOf(source, 'Subject')).toMatch(/Please.decide/);
  expect(text).toContain('No more mails like this');
  const [audit] = await office.rows<{ action: string }>(
    `SELECT action FROM audit_events WHERE action LIKE 'settings.template%'`,
  );
  expect(audit?.action).toBe('settings.template_changed');
});

it('takes the template of the kind before the one for all, and of the very language before the broader one', async () => {
  const { ada, eva, sam, lee } = office.people;
  const preferences = office.app.get(PreferencesService);
  await preferences.setLanguage(eva, 'de-CH');
  await preferences.setLanguage(sam, 'de');
  await preferences.setLanguage(lee, 'fr');
  const save = (kind: string, language: string, word: string) =>
    templates.save(ada, { channel: 'email', kind, language, subject: 'x', body: `<p>${word}</p>` });
  await save('*', 'de', 'Alles');
  await save('*', 'de-CH', 'Alles-CH');
  await save('approval_asked', 'de', 'Freigabe');
  await mailFor('eva');
  const of = (name: string) => mail.mails.find(({ to }) => to === `${name}@a.test`)?.text ?? '';
  expect(of('eva')).toContain('<p>Freigabe</p>');
  expect(of('sam')).toContain('<p>Freigabe</p>');
  expect(of('kim')).toContain('An approval is asked of you');
  expect(of('lee')).toContain('An approval is asked of you');
});

it('writes in the language and by the clock of each person, or of the workspace', async () => {
  const { ada, eva, sam } = office.people;
  await templates.setDefaultLanguage(ada, 'de');
  const preferences = office.app.get(PreferencesService);
  await preferences.setLanguage(sam, 'en');
  const hours = { quietFrom: null, quietUntil: null, quietWeekends: false, digestAt: 480 };
  await preferences.setHours(eva, { ...hours, timeZone: 'Europe/Berlin' });
  const text = utf8((await mailFor('eva', { sla: { timeoutMs: 60 * MINUTE } })).text);
  expect(text).toContain('Ihre Freigabe wird benötigt');
  expect(text).toContain('lang="de" dir="ltr"');
  expect(text).toMatch(/Fällig 1. März 2027(,| um) 11:00 MEZ/);
  const english = mail.mails.find(({ to }) => to === 'sam@a.test')?.text ?? '';
  expect(english).toContain('An approval is asked of you');
  expect(english).toMatch(/Due 1 Mar 2027, 10:00 UTC/);
  expect((await preferences.get(eva)).hours).toMatchObject({ language: null, timeZone: 'Europe/Berlin' });
});

it.each([
  ['what cannot be parsed', 'a\n{% for %}', '/body', /^line 2: illegal tag/],
  ['what there is not', '<p>{{ nope }}</p>', '/body', /^line 1: undefined variable: nope/],
  [
    'what a person alone has not',
    '{% for i in items %}{{ i.title.x }}{% endfor %}',
    '/body',
    /undefined variable/,
  ],
  [
    'a loop without end',
    `{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}`,
    '/body',
    /takes too long|makes too much/,
  ],
  ['a list without end', '{% for i in (1..100000000) %}x{% endfor %}', '/body', /makes too much/],
  ['a file', '{% include "/etc/hosts" %}', '/body', /no template is taken in/],
  ['what would not be escaped', '{{ item.title | raw }}', '/body', /undefined filter: raw/],
  ['nothing', ' ', '/body', /comes to nothing/],
])('refuses %s, and says where', async (_what, body, pointer, message) => {
  const began = Date.now();
  const problem = await templates
    .save(office.people.ada, { ...OF_APPROVALS, subject: 'x', body })
    .catch((e: unknown) => e);
  expect(problem).toMatchObject({
    code: 'notifications.invalid_template',
    details: { fields: [{ pointer, message: expect.stringMatching(message) }] },
  });
  // A quarter of a second each; the machine may be busy.
  expect(Date.now() - began).toBeLessThan(5_000);
  expect((await templates.list(office.people.ada)).templates).toEqual([]);
});

it('reaches nothing of the program', async () => {
  const secrets = [
    '{{ item.constructor }}',
    '{{ items.constructor.constructor }}',
    '{{ __proto__ }}',
    '{{ process }}',
  ];
  for (const body of secrets)
    await expect(
      templates.save(office.people.ada, { ...OF_APPROVALS, subject: 'x', body }),
    ).rejects.toMatchObject({
      code: 'notifications.invalid_template',
    });
});

it('sends the built-in one where a template is broken, and tells the admins on their page and in the log', async () => {
  const { ada } = office.people;
  await templates.save(ada, { ...OF_APPROVALS, ...PLAIN });
  await office.rows(`UPDATE notification_templates SET body = '{% for i in (1..100000000) %}{% endfor %}'`);
  const { text } = await mailFor('eva');
  expect(text).toContain('An approval is asked of you.');
  const [shown] = (await templates.list(ada)).templates;
  expect(shown).toMatchObject({ problem: expect.stringContaining('makes too much') });
  const { items } = await office.app.get(DeliveryLog).list(ada, { status: 'sent' });
  expect(items[0]?.reason).toMatch(/^The built-in template was taken: body, line 1/);
  // It rests, and does not cost every mail its time.
  await mailFor('eva', { title: 'Next' });
  const next = await office.app.get(DeliveryLog).list(ada, { status: 'sent' });
  expect(next.items[0]?.reason).toBeNull();
  // Changing it mends it.
  await templates.save(ada, { ...OF_APPROVALS, ...PLAIN });
  expect((await mailFor('eva', { title: 'Third' })).text).toContain('Dear eva');
  expect((await templates.list(ada)).templates[0]?.problem).toBeNull();
});

it('goes back to the text before, and to the built-in one', async () => {
  const { ada } = office.people;
  await templates.save(ada, { ...OF_APPROVALS, ...PLAIN });
  await expect(templates.undo(ada, OF_APPROVALS)).rejects.toMatchObject({
    code: 'notifications.nothing_to_undo',
  });
  await templates.save(ada, { ...OF_APPROVALS, subject: 'Second', body: '<p>Second</p>' });
  const undone = await templates.undo(ada, OF_APPROVALS);
  expect(undone.templates[0]).toMatchObject({ ...PLAIN, canUndo: true });
  expect((await templates.undo(ada, OF_APPROVALS)).templates[0]?.subject).toBe('Second');
  expect((await templates.reset(ada, OF_APPROVALS)).templates).toEqual([]);
  await expect(templates.reset(ada, OF_APPROVALS)).rejects.toMatchObject({
    code: 'notifications.template_not_found',
  });
});

it('shows a preview with a sample or a task that the admin may see, and sends a test to themselves alone', async () => {
  const { ada, eva } = office.people;
  const request = { ...OF_APPROVALS, subject: '{{ item.title }}', body: '<p>{{ item.title }}</p>' };
  const sample = await previews.preview(ada, request);
  expect(sample.html).toContain('<p>Refund of 40 € to &lt;Smith &amp; Co&gt;</p>');
  expect(sample.subject).toBe('Refund of 40 € to <Smith & Co>');
  const { id } = await office.task({ ...approval, title: 'Really' });
  expect((await previews.preview(ada, { ...request, taskId: id })).subject).toBe('Really');
  await expect(previews.preview(office.olga, { ...request, taskId: id })).rejects.toMatchObject({
    kind: 'not_found',
  });
  await expect(previews.preview(eva, request)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(previews.preview(ada, { ...request, body: '{{ x }}' })).rejects.toMatchObject({
    kind: 'invalid',
  });

  expect(await previews.sendTest(ada, { ...request, taskId: id })).toBe('ada@a.test');
  expect(post.received()).toEqual(['ada']);
  expect(mail.mails[0]?.text).toContain('<p>Really</p>');
  for (let time = 0; time < 4; time += 1) await previews.sendTest(ada, request);
  await expect(previews.sendTest(ada, request)).rejects.toMatchObject({ kind: 'limited' });
  expect(mail.mails).toHaveLength(5);
});

it('keeps tenants apart, and everybody but admins out', async () => {
  const { ada, eva } = office.people;
  await templates.save(ada, { ...OF_APPROVALS, ...PLAIN });
  expect((await templates.list(office.olga)).templates).toEqual([]);
  await expect(templates.undo(office.olga, OF_APPROVALS)).rejects.toMatchObject({ kind: 'not_found' });
  for (const work of [
    () => templates.list(eva),
    () => templates.save(eva, { ...OF_APPROVALS, ...PLAIN }),
    () => templates.reset(office.bot, OF_APPROVALS),
    () => templates.setDefaultLanguage(eva, 'de'),
  ])
    await expect(work()).rejects.toMatchObject({ kind: 'forbidden' });
});

it('keeps test mode: a test goes to nobody else’s address', async () => {
  await post.close();
  await open({ NOTIFY_ONLY: 'eva@a.test' });
  await expect(previews.sendTest(office.people.ada, { ...OF_APPROVALS, ...PLAIN })).rejects.toMatchObject({
    code: 'notifications.test_not_sent',
  });
  expect(mail.mails).toEqual([]);
});

it('takes the template of the guide as it is written there, and names no variable that it does not', async () => {
  const guide = await readFile(join(__dirname, '../../../../docs/guides/message-templates.md'), 'utf8');
  const body = /```liquid\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const view = await templates.save(office.people.ada, { ...OF_APPROVALS, subject: '{{ subject }}', body });
  expect(view.templates).toHaveLength(1);
  const named = new Set(guide.match(/(?<=`)[a-z_.]+(?=`)/g));
  const variables = await previews.variables(office.people.ada, 'approval_asked', 'en');
  expect(variables.filter(({ name }) => !named.has(name))).toEqual([]);
  expect(variables).toContainEqual(expect.objectContaining({ name: 'item.label', example: 'Open the task' }));
});
