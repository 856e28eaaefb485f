/**
 * Whether a number is a whole multiple of another one, by the decimal digits that both are written with: 0.3 is one of
 * 0.1, though their quotient as floating-point numbers is not whole.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || !(divisor > 0)) return false;
  const [digits, power] = decimalOf(value);
  const [divisorDigits, divisorPower] = decimalOf(divisor);
  const lowest = Math.min(power, divisorPower);
  const scaled = (whole: bigint, exponent: number) => whole * 10n ** BigInt(exponent - lowest);
  return scaled(digits, power) % scaled(divisorDigits, divisorPower) === 0n;
}

/** A number as whole digits and a power of ten. */
function decimalOf(value: number): [digits: bigint, power: number] {
  const [digits = '0', power = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return [BigInt(whole + fraction), Number(power) - fraction.length];
}
