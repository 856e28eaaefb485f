import { createTwoFilesPatch } from 'diff';
import type { Change } from './proposal';

/** The unified diff of one file. */
export function differenceOf({ path, before, content }: Change): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', content, '', '', { context: 3 });
  return patch.replace(/^=+\n/, '').replaceAll(/^(---|\+\+\+) (.*?)\t?$/gm, '$1 $2');
}
