import { BlockList, isIP } from 'node:net';

const MOST_BITS = { 4: 32, 6: 128 } as const;

interface Network {
  address: string;
  bits: number;
  family: 'ipv4' | 'ipv6';
}

/** An address, or a network in CIDR notation; undefined for what is neither. */
function networkOf(text: string): Network | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (more.length > 0 || address.includes('%') || (version !== 4 && version !== 6)) return undefined;
  const most = MOST_BITS[version];
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return undefined;
  return { address, bits: Number(bits ?? most), family: version === 4 ? 'ipv4' : 'ipv6' };
}

export function isNetwork(text: string): boolean {
  return networkOf(text) !== undefined;
}

/** Whether an address lies in one of the networks; an unknown one lies in none, and every one where none is named. */
export function isAllowedFrom(networks: readonly string[], address: string | undefined): boolean {
  if (networks.length === 0) return true;
  const version = isIP(address ?? '');
  if (address === undefined || version === 0) return false;
  const list = new BlockList();
  for (const text of networks) {
    const network = networkOf(text);
    if (network !== undefined) list.addSubnet(network.address, network.bits, network.family);
  }
  return list.check(address.replace(/%.*$/, ''), version === 4 ? 'ipv4' : 'ipv6');
}
