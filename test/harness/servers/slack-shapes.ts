/** Limits of Block Kit that Slack enforces. @see https://docs.slack.dev/reference/block-kit */
type Json = Record<string, unknown>;

const MOST_BLOCKS = { message: 50, modal: 100 };

/** What Slack would not take of the blocks; empty where it takes them. */
export function blockProblems(blocks: unknown, where: keyof typeof MOST_BLOCKS = 'message'): string[] {
  if (!Array.isArray(blocks) || blocks.length === 0) return ['no blocks'];
  const all = blocks as Json[];
  const tooMany = all.length > MOST_BLOCKS[where] ? [`${all.length} blocks`] : [];
  return [...tooMany, ...all.flatMap((block, at) => problemsOf(block).map((problem) => `${at}: ${problem}`))];
}

function problemsOf(block: Json): string[] {
  switch (block['type']) {
    case 'header':
      return textProblems(block['text'], 150, ['plain_text']);
    case 'section':
      return [...textProblems(block['text'], 3_000), ...elementProblems(block['accessory'])];
    case 'context':
      return (block['elements'] as Json[]).flatMap((element) => textProblems(element, 2_000));
    case 'actions': {
      const elements = block['elements'] as Json[];
      if (elements.length < 1 || elements.length > 25) return [`${elements.length} elements`];
      const ids = elements.map((element) => element['action_id']);
      const repeated = new Set(ids).size === ids.length ? [] : ['an action_id twice in a block'];
      return [...repeated, ...elements.flatMap(elementProblems)];
    }
    case 'input':
      return [...textProblems(block['label'], 2_000, ['plain_text']), ...idProblems(block['block_id'])];
    default:
      return [`unknown block ${String(block['type'])}`];
  }
}

function elementProblems(given: unknown): string[] {
  if (given === undefined) return [];
  const element = given as Json;
  if (element['type'] !== 'button') return [`unknown element ${String(element['type'])}`];
  const { value, url, style } = element;
  return [
    ...textProblems(element['text'], 75, ['plain_text']),
    ...idProblems(element['action_id']),
    ...(value === undefined || (typeof value === 'string' && value.length <= 2_000) ? [] : ['value']),
    ...(url === undefined || (typeof url === 'string' && url.length <= 3_000 && URL.canParse(url))
      ? []
      : ['url']),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['style']),
  ];
}

function textProblems(given: unknown, longest: number, types = ['plain_text', 'mrkdwn']): string[] {
  const { type, text } = (given ?? {}) as { type?: string; text?: string };
  if (type === undefined || !types.includes(type)) return [`text of type ${type}`];
  if (typeof text !== 'string' || text.length === 0) return ['an empty text'];
  return text.length > longest ? [`${text.length} characters, ${longest} at most`] : [];
}

function idProblems(id: unknown): string[] {
  return typeof id === 'string' && id.length > 0 && id.length <= 255 ? [] : ['an id'];
}
