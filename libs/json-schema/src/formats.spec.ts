import { FORMAT_CHECKS } from './formats';

describe('the formats', () => {
  it.each([
    ['date-time', '2016-12-31T23:59:60Z', true],
    ['date-time', '2017-01-01T00:59:60+01:00', true],
    ['date-time', '2016-12-31T24:59:60+01:00', false],
    ['date-time', '2016-12-31 23:59:59Z', false],
    ['date-time', '2016-12-31T23:59:59', false],
    ['date-time', '2023-02-29T10:00:00Z', false],
    ['time', '14:30:00', false],
    ['time', '24:00:00Z', false],
    ['time', '14:30:00.123-03:30', true],
    ['duration', 'P1Y2D', false],
    ['duration', 'P1YT1H', true],
    ['duration', 'PT1H30S', false],
    ['duration', 'P2W', true],
    ['ipv4', '10.0.0.010', false],
    ['ipv4', '10.0.0.0', true],
    ['url', 'https://shop.example.com/list?filter[color]=red', true],
    ['url', 'https://müller.example/straße?q=a|b&{c}', true],
    ['url', 'https://good.example\\@other.example', false],
    ['url', 'http://localhost:8080/a#b%20c', true],
    ['url', 'https://example.com/a b', false],
    ['url', ' https://example.com', false],
    ['url', 'https://example.com:99999', false],
    ['url', 'https://', false],
    ['uri', 'https://shop.example.com/list?filter[color]=red', false],
    ['attachment-id', '0190a0de-0000-7000-8000-000000000001', true],
    ['attachment-id', 'x', false],
  ])('%s of %s is %s', (format, text, fits) => {
    expect(FORMAT_CHECKS[format]?.(text)).toBe(fits);
  });

  it('take no text that is longer than any of them', () => {
    expect(FORMAT_CHECKS['uri']?.(`https://example.com/${'a'.repeat(2_048)}`)).toBe(false);
  });
});
