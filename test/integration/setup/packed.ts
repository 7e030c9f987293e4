// A ZIP file as small as it can be: everything stored, names as the bytes they are given in.
import { crc32 } from "node:zlib";

export function packed(files: readonly { readonly name: Buffer; readonly bytes: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.byteLength, 14);
    facts.writeUInt32LE(bytes.byteLength, 18);
    facts.writeUInt16LE(name.byteLength, 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, name, bytes]);
    parts.push(local);
    const head = Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), Buffer.from([20, 0]), facts, entry.subarray(2)]);
    table.push(Buffer.concat([head, name]));
    at += local.byteLength;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
