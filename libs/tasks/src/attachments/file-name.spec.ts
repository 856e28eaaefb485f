import { safeFileName } from './file-name';

describe('safeFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\sam\\Übersicht 2026.xlsx', 'Übersicht 2026.xlsx'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['what?"<x>|*:.txt', 'what___x____.txt'],
    ['..', 'file'],
    ['trailing. . ', 'trailing'],
    ['', 'file'],
    [undefined, 'file'],
    ['.env', '.env'],
    ['u\u0308.txt', 'ü.txt'],
  ])('%j is kept as %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it('cuts a long name to 255 characters and keeps its extension', () => {
    const name = safeFileName(`${'ß😀'.repeat(300)}.docx`);
    expect(Array.from(name)).toHaveLength(255);
    expect(name.endsWith('.docx')).toBe(true);
    expect(Array.from(safeFileName(`x.${'y'.repeat(400)}`))).toHaveLength(255);
  });
});
