import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
type Network = [Address, number];

/** All that is handed out of IPv6 so far. Whatever lies beside it may be read as an IPv4 address, or leads nowhere. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/** Addresses of `::/96`, as systems write them; the parser takes them for IPv4. */
const IPV4_COMPATIBLE = /^::\d+\./;

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
    if (!ipaddr.isValid(text) || IPV4_COMPATIBLE.test(text)) return false;
    const address = ipaddr.process(text);
    if (isPublic(address)) return true;
    return this.allowed.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    );
  }
}

/** Networks that carry an IPv4 address within (6to4, Teredo, NAT64) have a range of their own, whatever they carry. */
function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return (
    !(address instanceof ipaddr.IPv6) || (address.match(GLOBAL_UNICAST) && !address.match(DOCUMENTATION))
  );
}
