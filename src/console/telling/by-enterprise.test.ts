import { expect, test } from "vitest";
import { textByEnterprise } from "./by-enterprise.ts";

test("enterprise by enterprise, the first line's order kept, numbered anew in each", () => {
  const lines = [
    { enterpriseName: "乙厂", text: "配电箱没有盖" },
    { enterpriseName: "甲厂", text: "通道堵了" },
    { enterpriseName: "乙厂", text: "灭火器过期" },
  ];
  expect(textByEnterprise("隐患", lines, "2026-11-23", "https://x.example/enterprise")).toBe(
    [
      "隐患3条，2家，截至11月23日",
      "【乙厂】2条\n1. 配电箱没有盖\n2. 灭火器过期",
      "【甲厂】1条\n1. 通道堵了",
      "企业办理：用检查时收到的办事链接；有账号的登录https://x.example/enterprise",
    ].join("\n\n"),
  );
  expect(textByEnterprise("待办", [], "2026-11-23")).toBe("待办0条，0家，截至11月23日");
});
