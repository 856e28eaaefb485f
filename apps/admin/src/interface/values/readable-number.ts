const shares = /^(confidence|score|probability|relevance|threshold)$/i;
const amounts =
  /(^| )(amounts?|price|total|subtotal|sum|cost|costs|fee|fees|budget|balance|revenue|salary|payment|refund|tax|vat)$/;
const numbersThatAreNames = /(^| )(id|ids|no|nr|number|numbers|code|year|zip|postcode|version|phone|iban)$/;

/** A number as it is shown, and as it was given. */
export interface NumberText {
  shown: string;
  exact: string;
}

/**
 * A number with every digit that was given: people decide on it. Amounts of money get their thousands apart, by their
 * name or a currency that stands beside them; never years, ids and codes. What is called a confidence or score and lies
 * between 0 and 1 reads as a percentage, not rounded.
 */
export function numberText(value: number, key = '', besideCurrency = false): NumberText {
  const exact = plainDigits(value);
  if (!Number.isFinite(value)) return { shown: exact, exact };
  if (shares.test(key) && value >= 0 && value <= 1) {
    return { shown: `${withMark(timesHundred(exact), false)} %`, exact };
  }
  return { shown: withMark(exact, isAmount(key, besideCurrency)), exact };
}

/** Whether an object says in which currency its numbers are. */
export function hasCurrency(value: Record<string, unknown>): boolean {
  return Object.keys(value).some((key) => /^currency(_?code)?$/i.test(key));
}

function isAmount(key: string, besideCurrency: boolean): boolean {
  const words = wordsOf(key);
  if (numbersThatAreNames.test(words)) return false;
  return besideCurrency || amounts.test(words);
}

function wordsOf(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase();
}

/** All digits without an exponent: `4.5e-7` → "0.00000045". */
function plainDigits(value: number): string {
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  return exponent === undefined ? text : sign + shifted(whole, fraction, Number(exponent));
}

function timesHundred(digits: string): string {
  const [whole = '0', fraction = ''] = digits.split('.');
  return shifted(whole, fraction, 2);
}

/** Moves the point to the right, or to the left where `by` is negative. */
function shifted(whole: string, fraction: string, by: number): string {
  const at = whole.length + by;
  const digits = (whole + fraction)
    .padEnd(at, '0')
    .padStart(whole.length + fraction.length + 1 - Math.min(0, at), '0');
  const point = digits.length - Math.max(0, whole.length + fraction.length - at);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** The digits with the decimal mark that the browser's language has, as in the form; none is added or left out. */
function withMark(digits: string, grouped: boolean): string {
  const [whole = '0', fraction] = digits.split('.');
  const left = grouped
    ? new Intl.NumberFormat(undefined, { numberingSystem: 'latn' }).format(BigInt(whole))
    : whole;
  const minus = grouped && whole === '-0' ? '-' : '';
  return fraction === undefined ? minus + left : `${minus}${left}${decimalMark()}${fraction}`;
}

function decimalMark(): string {
  const parts = new Intl.NumberFormat(undefined, { numberingSystem: 'latn' }).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
