// Which addresses a message may go to: public ones, and those private ones the operator named. Names are resolved here and
// the connection is made to what was checked, so that a second answer of the name server changes nothing.
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

export interface Outside {
  /** 'host:port' or 'host' of private targets the operator allows (BIHUAN_PRIVATE_TARGETS). */
  readonly privateTargets: ReadonlySet<string>;
}

const notPublic = new BlockList();
for (const [net, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
  ] as const),
  ...([
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
])
  notPublic.addSubnet(net, bits, "ipv4");
// Of IPv6 only global unicast is public, and of that neither the documentation's nor what wraps an IPv4 address.
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  notPublic.addSubnet(net, bits, "ipv6");

/** Whether an IP address is one that anybody on the internet could be meant by. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  return family === 6 && globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

export function isAllowedPrivate({ privateTargets }: Outside, host: string, port: number): boolean {
  return privateTargets.has(host) || privateTargets.has(`${host}:${port}`);
}

/** An address to connect to for a host, or 'private' when one of its addresses is none of the outside. Throws when unknown. */
export async function resolveOutside(outside: Outside, host: string, port: number): Promise<string | "private"> {
  const bare = host.replace(/^\[|\]$/g, "");
  const found = isIP(bare) ? [bare] : (await lookup(bare, { all: true })).map((one) => one.address);
  const [first] = found;
  if (!first) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
  const free = isAllowedPrivate(outside, host, port) || found.every(isPublicAddress);
  return free ? first : "private";
}
