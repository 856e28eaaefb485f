import { contentTypeOf } from './content-type';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('contentTypeOf', () => {
  it.each([
    ['a picture', PNG, 'image/png', 'image/png'],
    ['a picture that is called a text', PNG, 'text/plain', 'image/png'],
    ['a page that is called a picture', '<!DOCTYPE html><script>alert(1)</script>', 'image/png', 'text/html'],
    ['a page behind a byte order mark', '\ufeff\n <HTML>', 'image/png', 'text/html'],
    ['a script without a page around it', '<script src=x>', 'application/pdf', 'text/html'],
    ['a drawing', '<?xml version="1.0"?><!-- x --><svg xmlns="x">', 'image/png', 'image/svg+xml'],
    ['a PDF', '%PDF-1.7\n', 'application/octet-stream', 'application/pdf'],
    ['a program', Buffer.from('7f454c46020101', 'hex'), 'image/png', 'application/x-elf'],
    ['comma-separated values', 'a,b\n1,2\n', 'text/csv', 'text/csv'],
    ['JSON', '{"a":1}', 'application/json', 'application/json'],
    ['text that is called a picture', 'hello', 'image/png', 'text/plain'],
    ['text that is called nothing', 'hello', undefined, 'text/plain'],
    ['text whose type is rubbish', 'hello', 'text/<script>', 'text/plain'],
    ['German in an old encoding', Buffer.from([0x4d, 0xfc, 0x6c, 0x6c]), 'text/csv', 'text/csv'],
    ['bytes that say nothing', Buffer.from([1, 2, 3, 0, 5]), 'image/png', 'application/octet-stream'],
  ])('knows %s', async (_, content, declared, expected) => {
    expect(await contentTypeOf(Buffer.from(content), declared)).toBe(expected);
  });
});
