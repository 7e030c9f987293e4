// One item whole: what it says here, its clauses today, whom it concerns, and what it said before.
import { useState } from "react";
import { Link, useParams } from "react-router";
import { type CatalogueItemAnswer, getCatalogueItem } from "#api/catalogue.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import "./catalogue.css";
import { ItemClauses } from "./item-clauses.tsx";
import { ItemDrawer } from "./item-drawer.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { ItemVersions } from "./item-versions.tsx";
import { LayerActs } from "./layer-acts.tsx";
import { mayEdit, mayLayer } from "./who-may.ts";

export function ItemPage() {
  const say = useSay();
  const { code = "" } = useParams();
  return (
    <Loaded
      query={useRoute(getCatalogueItem, { params: { code } })}
      failed={say("没能打开这一项", "Could not be opened")}
    >
      {(item) => (
        <div className="page">
          <nav className="crumbs" aria-label={say("位置", "Where")}>
            <Link to="/catalogue">{say("检查目录", "Catalogue")}</Link>
            <Icon name="right" />
            <span>{item.code}</span>
          </nav>
          <div className="page__head">
            <div>
              <h1>{item.content.item}</h1>
              <p className="page__lead">
                <Dotted parts={[item.code, item.content.level2, item.off && say("已停用", "off")]} />
              </p>
            </div>
            <Acts item={item} />
          </div>
          <div className="cols cols--detail">
            <ItemFacts item={item} />
            <div>
              <ItemClauses item={item} />
              <ItemVersions item={item} />
            </div>
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Acts({ item }: { readonly item: CatalogueItemAnswer }) {
  const say = useSay();
  const { role } = useMembership();
  const [editing, setEditing] = useState(false);
  const whole = mayEdit(role) || (mayLayer(role) && item.layer === "own");
  return (
    <div className="page__acts">
      <Link className="btn" to={`/checklists?item=${item.code}`}>
        <Icon name="phone" />
        {say("在手机上看", "See it on a phone")}
      </Link>
      {whole ? (
        <button type="button" className="btn btn--primary" onClick={() => setEditing(true)}>
          <Icon name="pen" />
          {say("修改", "Change")}
        </button>
      ) : null}
      {mayLayer(role) ? <LayerActs item={item} /> : null}
      {editing ? <ItemDrawer item={item} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
