import { withWrittenOrder } from './written-order';

describe('withWrittenOrder', () => {
  it('notes the order of properties behind references, conditions and alternatives, where sorting would change it', () => {
    const address = { properties: { street: {}, zip: {}, city: {} } };
    const sorted = { properties: { a: {}, b: {}, zip: {} } };
    const order = ['street', 'zip', 'city'];
    expect(
      withWrittenOrder({
        $defs: { address, sorted },
        then: address,
        oneOf: [address, true],
        items: sorted,
        // Data that only looks like a schema.
        default: address,
      }),
    ).toEqual({
      $defs: { address: { ...address, 'x-order': order }, sorted },
      then: { ...address, 'x-order': order },
      oneOf: [{ ...address, 'x-order': order }, true],
      items: sorted,
      default: address,
    });
  });
});
