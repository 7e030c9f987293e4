// Our tokens in antd's words. The values are those of tokens.css; antd computes with them, so it needs the colours themselves.
import { type ThemeConfig, theme } from "antd";
import type { Appearance, Theme } from "#ui/appearance.ts";

interface Palette {
  readonly brand: readonly [base: string, hover: string, active: string, soft: string, line: string];
  readonly ok: readonly [text: string, bg: string, line: string];
  readonly soon: readonly [text: string, bg: string, line: string];
  readonly late: readonly [text: string, bg: string, line: string];
  readonly ink: readonly [first: string, second: string, third: string, disabled: string];
  readonly page: string;
  readonly surface: string;
  readonly subtle: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly control: string;
  readonly mask: string;
  readonly onSolid: string;
}

const light: Palette = {
  brand: ["#14596B", "#0F4A5A", "#0B3A47", "#E4EFF1", "#A9CBD2"],
  ok: ["#17693F", "#E5F3EB", "#A9D5BC"],
  soon: ["#835000", "#FFF1D6", "#EBC57F"],
  late: ["#AE2318", "#FDEBE8", "#F0B5AE"],
  ink: ["#1B2629", "#475457", "#5F6B6E", "#9AA3A2"],
  page: "#F6F6F2",
  surface: "#FFFFFF",
  subtle: "#FAFAF7",
  hover: "#F1F4F2",
  line: "#E3E4DD",
  lineStrong: "#CBCEC6",
  control: "#808987",
  mask: "rgb(16 28 31 / .45)",
  onSolid: "#FFFFFF",
};

const dark: Palette = {
  brand: ["#7CCBDB", "#97D8E5", "#B3E4EE", "#16343B", "#35656F"],
  ok: ["#86DCA9", "#12321F", "#2C6A45"],
  soon: ["#F7C766", "#3A2A08", "#7A5B1A"],
  late: ["#FF9E92", "#431712", "#8B3A31"],
  ink: ["#EEF3F2", "#C3CECE", "#A1AFB1", "#6F7D80"],
  page: "#0F1719",
  surface: "#182225",
  subtle: "#1D292C",
  hover: "#223034",
  line: "#2E3C40",
  lineStrong: "#45565B",
  control: "#7F9297",
  mask: "rgb(0 0 0 / .6)",
  onSolid: "#0B1517",
};

const glare: Palette = {
  ...light,
  brand: ["#003B4A", "#002832", "#001A21", "#DCEFF3", "#003B4A"],
  ink: ["#000000", "#000000", "#1F1F1F", "#595959"],
  page: "#FFFFFF",
  subtle: "#FFFFFF",
  hover: "#EDEDED",
  line: "#000000",
  lineStrong: "#000000",
  control: "#000000",
  mask: "rgb(0 0 0 / .6)",
};

const palettes: Readonly<Record<Theme, Palette>> = { light, dark, glare };

const FONT = `-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB",
  "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif`;

/** antd's theme for an appearance. */
export function antdTheme(appearance: Appearance): ThemeConfig {
  const palette = palettes[appearance.theme];
  return {
    algorithm: appearance.theme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...colours(palette), ...sizes(appearance) },
    components: components(palette, appearance.large),
  };
}

function colours(p: Palette): ThemeConfig["token"] {
  return {
    colorPrimary: p.brand[0],
    colorPrimaryHover: p.brand[1],
    colorPrimaryActive: p.brand[2],
    colorPrimaryBg: p.brand[3],
    colorPrimaryBorder: p.brand[4],
    colorInfo: p.brand[0],
    colorLink: p.brand[0],
    colorSuccess: p.ok[0],
    colorSuccessBg: p.ok[1],
    colorSuccessBorder: p.ok[2],
    colorWarning: p.soon[0],
    colorWarningBg: p.soon[1],
    colorWarningBorder: p.soon[2],
    colorError: p.late[0],
    colorErrorBg: p.late[1],
    colorErrorBorder: p.late[2],
    colorText: p.ink[0],
    colorTextSecondary: p.ink[1],
    colorTextTertiary: p.ink[2],
    colorTextPlaceholder: p.ink[2],
    colorTextDescription: p.ink[2],
    colorTextDisabled: p.ink[3],
    colorTextLightSolid: p.onSolid,
    colorBgLayout: p.page,
    colorBgContainer: p.surface,
    colorBgElevated: p.surface,
    colorFillAlter: p.subtle,
    colorFillQuaternary: p.subtle,
    colorBorder: p.control,
    colorBorderSecondary: p.line,
    colorSplit: p.line,
    colorBgMask: p.mask,
  };
}

function sizes({ large }: Appearance): ThemeConfig["token"] {
  return {
    fontFamily: FONT,
    fontSize: large ? 18 : 14,
    lineHeight: 1.6,
    fontWeightStrong: 600,
    fontSizeSM: large ? 17 : 13,
    fontSizeLG: large ? 21 : 16,
    fontSizeHeading3: large ? 34 : 26,
    fontSizeHeading4: large ? 26 : 20,
    fontSizeHeading5: large ? 21 : 16,
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 8,
    controlHeight: large ? 42 : 32,
    controlHeightSM: large ? 34 : 26,
    controlHeightLG: large ? 54 : 42,
    motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    motionDurationFast: "0.12s",
    motionDurationMid: "0.2s",
    motionDurationSlow: "0.32s",
    lineWidthFocus: 3,
  };
}

function components(p: Palette, large: boolean): ThemeConfig["components"] {
  return {
    Table: {
      headerBg: p.surface,
      headerColor: p.ink[2],
      cellPaddingBlock: large ? 14 : 9,
      rowHoverBg: p.hover,
      rowSelectedBg: p.hover,
      rowSelectedHoverBg: p.hover,
      borderColor: p.line,
      headerSplitColor: "transparent",
    },
    Button: { fontWeight: 400, defaultBorderColor: p.lineStrong, primaryShadow: "none", defaultShadow: "none" },
    Card: { bodyPadding: 16, headerFontSize: large ? 21 : 16 },
    Tabs: { inkBarColor: p.brand[0], horizontalItemPadding: "8px 12px" },
    Select: { optionSelectedBg: p.brand[3] },
  };
}
