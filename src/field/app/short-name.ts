// A firm's name as people say it in the field: without the city, the form of company and the mark of a demonstration.
const CITY = /^(?:浙江省?|杭州市?|余杭区?|西湖区?)+/;
const FORM = /(?:股份有限公司|有限责任公司|有限公司|科技股份|集团)+/;

export function shortName(name: string): string {
  const bare = name.replace(/（[^）]*）|\([^)]*\)/g, "").trim();
  const short = bare.replace(CITY, "").replace(FORM, "");
  return short.length >= 2 ? short : bare;
}

/** The name, and the words in brackets apart. */
export function splitName(name: string): readonly [string, string] {
  const found = /^(.*?)(（[^）]*）)$/.exec(name);
  return found ? [found[1] ?? name, found[2] ?? ""] : [name, ""];
}
