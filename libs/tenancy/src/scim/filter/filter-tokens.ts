export type Token =
  { kind: '(' | ')' | '[' | ']' | 'end'; at: number } | { kind: 'word' | 'text'; value: string; at: number };

const TOKEN = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y;

/** @throws SyntaxError that says where */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (found === null) {
      const rest = source.slice(start);
      const begin = start + rest.length - rest.trimStart().length;
      if (rest.trim() !== '') throw new SyntaxError(`a text that does not end at character ${begin + 1}`);
      return [...tokens, { kind: 'end', at: source.length }];
    }
    const [whole, bracket, text, word] = found;
    const at = start + whole.length - whole.trimStart().length;
    if (bracket !== undefined) tokens.push({ kind: bracket as '(', at });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, at });
    else tokens.push({ kind: 'text', value: textOf(text as string, at), at });
  }
}

function textOf(quoted: string, at: number): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new SyntaxError(`a text that is not JSON at character ${at + 1}`);
  }
}
