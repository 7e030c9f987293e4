// 本地文件: requirements and notices of the tenant's own line, entered by its office beside the shared law library.
import { useState } from "react";
import type { z } from "zod";
import { listOwnInstruments, type OwnInstrumentLine } from "#api/own-instruments.ts";
import { saveOwnInstrument } from "#domain/law/own/commands.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { OwnCard } from "./own-card.tsx";
import { OwnDrawer } from "./own-drawer.tsx";
import "./own-law.css";

export function OwnLawPage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(listOwnInstruments)} failed={say("没能打开本地文件", "Could not be opened")}>
      {(answer) => <OwnLaw {...answer} />}
    </Loaded>
  );
}

/** Which instrument and which of its versions is in the drawer; `version` 0 is a further one. */
export interface Editing {
  readonly instrument: OwnInstrumentLine | undefined;
  readonly version: number;
}

function OwnLaw({ rows, places }: z.output<typeof listOwnInstruments.response>) {
  const say = useSay();
  const { role } = useMembership();
  const [editing, setEditing] = useState<Editing | null>(null);
  const may = saveOwnInstrument.by.some((one) => one === role);
  const placeOf = (code: string) => places.find((place) => place.code === code)?.name ?? code;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("本地文件", "Local instruments")}</h1>
          <p className="page__lead">
            {say(
              "本街道、本区、本市发的要求和通知。登记后，检查目录能引用，专家手机上查得到；别的街道看不到。",
              "Requirements of this place. Once entered, the catalogue may cite them; other tenants never see them.",
            )}
          </p>
        </div>
        {may ? (
          <div className="page__acts">
            <button
              type="button"
              className="btn btn--primary"
              onClick={() => setEditing({ instrument: undefined, version: 0 })}
            >
              <Icon name="plus" />
              {say("登记一份文件", "Enter one")}
            </button>
          </div>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <section className="card">
          <EmptyState icon="book" title={say("还没有本地文件", "None yet")}>
            {say("国家和省里的法规在“查法规”里；这里放共用库里没有的。", "What the shared library lacks goes here.")}
          </EmptyState>
        </section>
      ) : null}
      {rows.map((row) => (
        <OwnCard
          key={row.id}
          row={row}
          placeName={placeOf(row.divisionCode)}
          onEdit={may ? (version) => setEditing({ instrument: row, version }) : undefined}
        />
      ))}
      {editing ? <OwnDrawer {...editing} places={places} onClose={() => setEditing(null)} /> : null}
    </div>
  );
}
