// An enterprise found in the directory: with its file on this phone one tap leads to it; else what the directory knows.
import { useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { rowOf } from "../../store/read-rows.ts";
import type { FoundEnterprise } from "./directory-index.ts";

export function EnterpriseLine({ found }: { readonly found: FoundEnterprise }) {
  const { db } = useField();
  const [isBare, setBare] = useState(false);
  async function open() {
    const { scope, siteId } = found;
    const site = siteId ? await rowOf(db, scope, "sites", { id: siteId }) : undefined;
    if (site) goTo({ page: "site", scope, siteId: site.id });
    else setBare(true);
  }
  return (
    <button type="button" className="line" onClick={() => void open()}>
      <span className="grow">
        <span className="line__t">{found.name}</span>
        <br />
        <span className="line__s">
          <Dotted parts={[found.community, found.address || "地址未登记"]} />
        </span>
        {isBare ? (
          <span className="line__s" role="status">
            <br />
            {found.creditCode ? `统一社会信用代码${found.creditCode}。` : null}
            档案没有带在本机：排到您名下后，有信号时自动下载。
          </span>
        ) : null}
      </span>
      <Icon name={isBare ? "info" : "right"} />
    </button>
  );
}
