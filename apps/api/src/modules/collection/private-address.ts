import { BlockList, isIPv6 } from 'node:net'

const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4')
PRIVATE.addAddress('::1', 'ipv6')
PRIVATE.addSubnet('fc00::', 7, 'ipv6')
PRIVATE.addSubnet('fe80::', 10, 'ipv6')

/**
 * Whether an address belongs to the own machine or network. Without an announced proxy it may be one, behind which all
 * visitors look alike.
 */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%')[0]!.replace(/^::ffff:(?=\d+\.)/i, '')
  return PRIVATE.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
