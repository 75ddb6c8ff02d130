import { handshake } from "../tls/_tls.ts";

/** Who answers to each name: the common name of the certificate. */
export async function namesOf(title: string, tls: object[], names: (string | undefined)[]): Promise<void> {
  const server = Bun.serve({ port: 0, tls, fetch: () => new Response("x") } as any);
  for (const name of names) {
    const [subject] = (await handshake(server.port ?? 0, name)).split(" ");
    console.log(`${title}: ${name} -> ${subject}`);
  }
  await server.stop(true);
}
