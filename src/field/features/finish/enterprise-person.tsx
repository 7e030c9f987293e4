import type { DraftState } from "../../app/use-draft.ts";
import { TextField } from "../../components/text-field.tsx";
import type { FinishDraft } from "./finish-draft.ts";

interface EnterprisePersonProps {
  readonly draft: DraftState<FinishDraft>;
  readonly principal: string | null;
  /** The visit is finished: the name is part of it. */
  readonly locked: boolean;
}

const ROLES = ["主要负责人", "安全管理员", "车间主任"] as const;

export function EnterprisePerson({ draft, principal, locked }: EnterprisePersonProps) {
  if (locked) return null;
  const { person, role } = draft.value;
  return (
    <section id="enterprise-person" className="stack">
      <TextField
        label="企业谁参加"
        value={person}
        onChange={(value) => draft.change({ person: value })}
        offers={principal && !person ? [principal] : []}
      />
      <TextField
        label="他的职务"
        value={role}
        onChange={(value) => draft.change({ role: value })}
        offers={ROLES.filter((one) => one !== role)}
      />
    </section>
  );
}
