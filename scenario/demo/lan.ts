// The door for phones of the network: https with a certificate made for this run, handing every request on to the loopback server.
import { request } from "node:http";
import { createServer } from "node:https";
import { generate } from "selfsigned";

const DAYS = 30;

/** Listens on every address of the machine at the port of `publicUrl`. */
export async function openTlsDoor(publicUrl: string, loopbackPort: number): Promise<void> {
  const { hostname, port } = new URL(publicUrl);
  const notAfterDate = new Date(Date.now() + DAYS * 86_400_000);
  const pems = await generate([{ name: "commonName", value: hostname }], {
    notAfterDate,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: hostname }] }],
  });
  const server = createServer({ key: pems.private, cert: pems.cert }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const inner = request({ host: "127.0.0.1", port: loopbackPort, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    inner.on("error", () => outgoing.destroy());
    incoming.pipe(inner);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(port), "0.0.0.0", resolve);
  });
}
