// A channel's secret, sealed under the installation's master key and bound to tenant, channel and the target it may be sent
// to: moved to another row or address it opens no more.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type ChannelKind, type ChannelSecret, channelSecrets, targetOf } from "#domain/messages/channels.ts";

export interface SealedFor {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: ChannelKind;
  readonly settings: string;
}

const NONCE = 12;
const TAG = 16;

function boundTo(channel: SealedFor): Buffer {
  const { tenantId, id, kind, settings } = channel;
  return Buffer.from(`message-secret ${tenantId} ${id} ${kind} ${targetOf(kind, settings)}`);
}

export function sealSecret(master: Buffer, channel: SealedFor, secret: object): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", master, nonce).setAAD(boundTo(channel));
  return Buffer.concat([nonce, cipher.update(JSON.stringify(secret)), cipher.final(), cipher.getAuthTag()]).toString(
    "base64",
  );
}

/** The secret, or undefined when it is missing or was given for another address. */
export function openSecret<K extends ChannelKind>(
  master: Buffer,
  channel: SealedFor & { readonly kind: K },
  sealed: string | null,
): ChannelSecret<K> | undefined {
  if (!sealed) return undefined;
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", master, bytes.subarray(0, NONCE)).setAAD(boundTo(channel));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const open = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString("utf8");
    return channelSecrets[channel.kind].parse(JSON.parse(open)) as ChannelSecret<K>;
  } catch {
    return undefined;
  }
}
