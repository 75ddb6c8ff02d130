import { BlockList, isIP } from "node:net";

/**
 * Whether the environment keeps proxies out of the way to a host: `NO_PROXY=localhost,.example.com,10.0.0.0/8`.
 * Names mean their subdomains, too, and may have a port; a star means every host.
 */
export function isPassedBy({ hostname, host }: URL): boolean {
  const { NO_PROXY = "", no_proxy = NO_PROXY } = process.env;
  const address = hostname.replace(/^\[|\]$/g, "");
  for (const part of no_proxy.toLowerCase().split(",")) {
    const name = part.trim().replace(/^\*?\.|\.$/g, "");
    if (name === "*" || name === hostname || name === host || name === address) return true;
    if (isIP(address) === 0 ? isBelow(name.includes(":") ? host : hostname, name) : isIn(address, name))
      return true;
  }
  return false;
}

function isBelow(host: string, name: string): boolean {
  return name !== "" && host.endsWith(`.${name}`);
}

function isIn(address: string, network: string): boolean {
  const [base = "", bits = ""] = network.split("/");
  const family = isIP(base) === 6 ? "ipv6" : "ipv4";
  const length = Number(bits);
  if (isIP(base) === 0 || !/^\d+$/.test(bits) || length > (family === "ipv6" ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(base, length, family);
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
