import { z } from 'zod';
import { partOf, type ProjectFiles } from '../workspace/project-files';
import type { Proposal } from '../workspace/proposal';
import { type Tool, tool } from './tool';

const PATH = z.string().describe('Path in the project, with slashes, such as src/workflows.ts');

/** Looking at the project, and proposing files. Nothing is written by them. */
export function fileTools(files: ProjectFiles, proposal: Proposal): Tool[] {
  return [
    tool({
      name: 'list_files',
      description:
        'Lists the files of the project, or of one folder. node_modules/@orkestra/sdk lists the types of the SDK.',
      input: z.object({ folder: PATH.optional() }),
      label: ({ folder }) => `Looks at ${folder ?? 'the project'}`,
      run: ({ folder }) => files.list(folder ?? '').join('\n') || 'There are no files.',
    }),
    tool({
      name: 'read_file',
      description:
        'Reads a text file of the project as it would be with your proposal. Read a file before you propose another version of it.',
      input: z.object({ path: PATH, from_line: z.int().min(1).optional() }),
      label: ({ path }) => `Reads ${path}`,
      run: ({ path: given, from_line }) => {
        const proposed = proposal.contentOf(given);
        if (proposed !== undefined) return partOf(proposed, from_line ?? 1);
        const { path, text } = files.read(given);
        proposal.sawFile(path, text);
        return partOf(text, from_line ?? 1);
      },
    }),
    tool({
      name: 'propose_files',
      description:
        'Proposes whole files: sources, tests and their data (.ts, .json, .md) in the folder of the sources. They are tried in a copy of the project; the developer decides about them after finish.',
      input: z.object({
        files: z.array(z.object({ path: PATH, content: z.string().describe('The whole file') })).min(1),
      }),
      label: ({ files: proposed }) => `Proposes ${proposed.map(({ path }) => path).join(', ')}`,
      run: ({ files: proposed }) =>
        `Proposed: ${proposal.take(proposed).join(', ')}. Not written yet; check them.`,
    }),
  ];
}
