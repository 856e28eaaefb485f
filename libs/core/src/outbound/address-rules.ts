import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
type Network = [Address, number];

/** Which addresses this process may call on behalf of others: public ones, and networks that the operator names. */
export class AddressRules {
  private readonly allowed: readonly Network[];

  /** @param allowed addresses or networks such as `10.1.0.0/16` */
  constructor(allowed: readonly string[]) {
    this.allowed = allowed.map((text) => {
      if (text.includes('/')) return ipaddr.parseCIDR(text);
      const address = ipaddr.process(text);
      return [address, address.kind() === 'ipv4' ? 32 : 128];
    });
  }

  /** @param text an address, no name */
  admits(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    if (address.range() === 'unicast') return true;
    return this.allowed.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    );
  }
}
