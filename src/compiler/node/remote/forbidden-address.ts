import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public internet: this host, private, carrier, loopback, link-local, documentation, relays, benchmarks, multicast, reserved. */
const V4: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of IPv6 only 2000::/3 is given out to the internet. Everything else is refused with it: ::1, mapped, NAT64, unique local, link-local, multicast. */
const V6_PUBLIC = ['2000::', 3] as const;
/** And of that: Teredo and other special uses, documentation, 6to4, whose addresses hold IPv4 ones. */
const V6: readonly (readonly [address: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3ffe::', 16],
  ['3fff::', 20],
];

const forbidden4 = listOf(V4, 'ipv4');
const forbidden6 = listOf(V6, 'ipv6');
const public6 = listOf([V6_PUBLIC], 'ipv6');

function listOf(subnets: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family);
  return list;
}

/** Whether no connection may go to this IP address, as a resolver or `URL` writes it, without brackets. What is no address is forbidden. */
export function isForbiddenAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return forbidden4.check(address, 'ipv4');
  // A zone (`%eth0`) names an interface of this machine.
  if (family !== 6 || address.includes('%')) return true;
  return !public6.check(address, 'ipv6') || forbidden6.check(address, 'ipv6');
}
