// Villages and residential communities, with who is in charge there.
import { type ReactNode, useState } from "react";
import type { CommunityRow } from "#api/agencies.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import "../../lists/lists.css";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface CommunitiesTabProps {
  readonly communities: readonly CommunityRow[];
  readonly tabs: ReactNode;
}

export function CommunitiesTab({ communities, tabs }: CommunitiesTabProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("人员", "People")}</h1>
          <p className="page__lead">
            {say(`登记了${communities.length}个村社区。`, `${communities.length} communities.`)}
          </p>
        </div>
        <div className="page__acts">
          <button type="button" className="btn btn--primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {say("登记村社区", "Register a community")}
          </button>
        </div>
      </div>
      {tabs}
      <div className="card">
        {communities.length === 0 ? (
          <EmptyState icon="pin" title={say("还没有登记村社区", "No community yet")}>
            {say("先登记，名册里的企业才能归到村社区。", "Enterprises are assigned to communities.")}
          </EmptyState>
        ) : (
          <CommunityTable communities={communities} />
        )}
      </div>
      {adding ? <RegisterDrawer onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function CommunityTable({ communities }: Pick<CommunitiesTabProps, "communities">) {
  const say = useSay();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say("村社区", "Community")}</th>
          <th scope="col">{say("联络员", "Officers")}</th>
        </tr>
      </thead>
      <tbody>
        {communities.map(({ id, name, kind, officers }) => (
          <tr key={id}>
            <td>
              <b>{name}</b>
              <span className="table__sub">
                {kind === "village" ? say("村", "Village") : say("社区", "Residential community")}
              </span>
            </td>
            <td>
              {officers.length > 0 ? (
                officers.join("、")
              ) : (
                <span className="muted">{say("还没有联络员", "Nobody yet")}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RegisterDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ name: "", kind: "village" }, ({ name }) =>
    name.trim() ? {} : { name: say("请填村社区的名字。", "The name is needed.") },
  );
  async function register() {
    const args = { communityId: newId(), name: draft.values.name, kind: draft.values.kind };
    if (await send({ name: "community.register", args }, say(`“${args.name}”已登记`, "Registered"))) onClose();
  }
  return (
    <FormDrawer
      title={say("登记村社区", "Register a community")}
      draft={draft}
      submit={say("登记", "Register")}
      leave={say("先不登记", "Not now")}
      sending={sending}
      onSubmit={() => void register()}
      onClose={onClose}
    >
      <InputField draft={draft} name="name" label={say("名字", "Name")} />
      <ChoiceField
        draft={draft}
        name="kind"
        label={say("是村还是社区", "Kind")}
        options={[
          { value: "village", label: say("村", "Village") },
          { value: "residentialCommunity", label: say("社区", "Residential community") },
        ]}
      />
    </FormDrawer>
  );
}
