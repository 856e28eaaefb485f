import { relative } from 'node:path';
import type { Project } from '../project/project';

/** A place in the project's source. */
export interface Position {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Frame {
  readonly file_path?: string;
  readonly line?: number;
  readonly column?: number;
}

export const WATCH_SINK = 'orkestraReplay';

const WATCH = `;(() => {
  const { importInterceptors } = __TEMPORAL__;
  const concludeActivation = (input, next) => {
    const runtime = globalThis.__TEMPORAL_ACTIVATOR__;
    const stacks = runtime.getStackTraces().map(({ structured }) => structured);
    runtime.sinkCalls.push({
      ifaceName: '${WATCH_SINK}',
      fnName: 'stands',
      args: [JSON.parse(JSON.stringify(stacks))],
      workflowInfo: runtime.info,
    });
    return next(input);
  };
  const watch = { interceptors: () => ({ internals: [{ concludeActivation }] }) };
  __TEMPORAL__.importInterceptors = () => [...importInterceptors(), watch];
})();
`;

/** The bundle, which now tells after each step on which promises of the user's code it waits. */
export function watched(code: string): string {
  const map = code.lastIndexOf('//# sourceMappingURL=data:');
  return map < 0 ? code : `${code.slice(0, map)}${WATCH}${code.slice(map)}`;
}

/** The innermost place of the project's own code in each stack, without repeats. */
export function positionsFrom(stacks: unknown, { folder }: Pick<Project, 'folder'>): Position[] {
  if (!Array.isArray(stacks)) return [];
  const found = (stacks as Frame[][]).flatMap((frames) => {
    const own = frames.find((frame) => isOwn(frame, folder));
    return own === undefined ? [] : [toPosition(own, folder)];
  });
  const byPlace = new Map(found.map((position) => [JSON.stringify(position), position]));
  return [...byPlace.values()];
}

function isOwn({ file_path: file = '', line }: Frame, folder: string): boolean {
  return line !== undefined && file.startsWith(folder) && !file.includes('node_modules');
}

function toPosition({ file_path: file = '', line = 0, column = 0 }: Frame, folder: string): Position {
  return { file: relative(folder, file), line, column: column + 1 };
}
