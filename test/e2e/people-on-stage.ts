// The stage's people acting by HTTP, for what a journey finds already done when it begins.
import { platformTenantId } from "#domain/access/roles.ts";
import { type Identity, type Person, personOn } from "../../scenario/person.ts";
import type { Stage, StageRole } from "./stage-process.ts";

const roleOf = {
  officer: "officer",
  officeLead: "officeLead",
  agencyLead: "agencyLead",
  reviewer: "agencyReviewer",
  expert: "expert",
  community: "communityOfficer",
  enforcement: "enforcementOfficer",
  admin: "tenantAdmin",
  lawEditor: "lawEditor",
} as const satisfies Record<StageRole, Identity["role"]>;

export function personOf(stage: Stage, role: StageRole): Person {
  const { accountId, membershipId, displayName: name } = stage.people[role];
  const scopes: Partial<Record<StageRole, string>> = {
    ...{ agencyLead: stage.agencyId, reviewer: stage.agencyId, expert: stage.agencyId },
    community: stage.communityId,
  };
  const scopeId = scopes[role] ?? null;
  const tenantId = role === "lawEditor" ? platformTenantId : stage.tenantId;
  const identity = { role: roleOf[role], name, accountId, membershipId, tenantId, scopeId };
  let signedIn: Promise<string> | undefined;
  const cookie = () => {
    signedIn ??= openSession(stage, role);
    return signedIn;
  };
  return personOn({ url: stage.url, cookie, now: () => new Date().toISOString() }, identity);
}

async function openSession({ url, people }: Stage, role: StageRole): Promise<string> {
  const { login, password } = people[role];
  const response = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (!response.ok || !cookie) throw new Error(`${login} could not sign in: ${response.status}`);
  return cookie;
}
