import { hasCurrency, numberText } from './readable-number';

const shown = (value: number, key?: string, besideCurrency?: boolean): string =>
  numberText(value, key, besideCurrency).shown;

describe('a number is shown with the digits that were given', () => {
  it.each([
    [0.00045, 'price', '0.00045'],
    [1.08345, 'rate', '1.08345'],
    [52.520008, 'lat', '52.520008'],
    [0.0049, 'fee', '0.0049'],
    [4.5e-7, 'factor', '0.00000045'],
    [-1.25e-9, 'factor', '-0.00000000125'],
    [1.5e21, 'atoms', '1500000000000000000000'],
    [1e300, 'huge', `1${'0'.repeat(300)}`],
    [-0.5, 'balance', '-0.5'],
    [0, 'total', '0'],
    [0.1, 'x', '0.1'],
  ])('%d as %s', (value, key, text) => {
    expect(numberText(value, key)).toEqual({ shown: text, exact: text });
  });

  it.each([
    [2026, 'year', '2026'],
    [2026, 'fiscalYear', '2026'],
    [1234567, 'orderId', '1234567'],
    [10115, 'zip', '10115'],
    [4711, 'invoice_number', '4711'],
    [120000, 'population', '120000'],
    [2026, '', '2026'],
  ])('%d ungrouped for %s', (value, key, text) => expect(shown(value, key)).toBe(text));

  it.each([
    [1200, 'amount', '1,200'],
    [1234567.89, 'order_total', '1,234,567.89'],
    [-1234.5, 'accountBalance', '-1,234.5'],
    [1000000, 'netPrice', '1,000,000'],
  ])('%d with its thousands apart for %s', (value, key, text) => {
    expect(shown(value, key)).toBe(text);
    expect(numberText(value, key).exact).toBe(String(value));
  });

  it('takes a currency beside it for a sign of money, though not for its ids', () => {
    expect(hasCurrency({ net: 1, currency: 'EUR' })).toBe(true);
    expect(shown(12000, 'net', true)).toBe('12,000');
    expect(shown(12000, 'invoiceNo', true)).toBe('12000');
  });
});

describe('a share', () => {
  it.each([
    [0.42, '42 %'],
    [0.996, '99.6 %'],
    [0.99999, '99.999 %'],
    [0.000012, '0.0012 %'],
    [0.07, '7 %'],
    [0.29, '29 %'],
    [1, '100 %'],
    [0, '0 %'],
    [1e-7, '0.00001 %'],
  ])('of %d is %s', (value, text) => {
    expect(numberText(value, 'confidence').shown).toBe(text);
    expect(Number(numberText(value, 'confidence').exact)).toBe(value);
  });

  it('is a percentage only where the name says so and it lies between 0 and 1', () => {
    expect(shown(12.5, 'score')).toBe('12.5');
    expect(shown(0.42, 'price')).toBe('0.42');
  });
});
