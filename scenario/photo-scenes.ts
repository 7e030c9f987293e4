// The scenes of the drawn photos: what an expert meets in a workshop, and the same place put right. Nobody is in them.
import {
  block,
  can,
  carton,
  crate,
  electricalCabinet,
  extinguisher,
  keepClear,
  notice,
  pallet,
  room,
  warningSign,
} from "./photo-shapes.ts";

interface Scene {
  readonly before: () => string;
  readonly after: () => string;
}

const DOOR = `<rect x="286" y="92" width="190" height="284" fill="#e6e7e3" stroke="#6d7678" stroke-width="6"/>
  <path d="M381 95v278" stroke="#6d7678" stroke-width="4"/><rect x="362" y="236" width="8" height="44" fill="#3b4244"/><rect x="392" y="236" width="8" height="44" fill="#3b4244"/>
  <rect x="300" y="110" width="66" height="92" fill="#a8bfc4"/><rect x="396" y="110" width="66" height="92" fill="#a8bfc4"/>`;

function exitSign(lit: boolean): string {
  return `<rect x="322" y="42" width="118" height="38" rx="3" fill="${lit ? "#1f9d55" : "#5d6b63"}" stroke="#2d3a33" stroke-width="2"/>
  <path d="M342 61h38m-12 -10l13 10l-13 10" stroke="${lit ? "#fff" : "#8d978f"}" stroke-width="6" fill="none"/><rect x="404" y="50" width="20" height="22" fill="${lit ? "#fff" : "#8d978f"}"/>`;
}

function machine(guarded: boolean): string {
  const body = `${block(90, 470, 250, 190, ["#3d8f78", "#56a78f", "#2c6b59"])}${block(112, 284, 150, 96, ["#47997f", "#5cae94", "#347864"])}
  <rect x="140" y="214" width="96" height="48" fill="#2a3234"/><circle cx="290" cy="318" r="11" fill="${guarded ? "#d0281d" : "#2a3234"}"/>`;
  const belt = `<path d="M322 330L528 424M336 446L516 470" stroke="#22272a" stroke-width="11" stroke-dasharray="7 3"/>
  ${block(486, 482, 96, 66, ["#3f6296", "#5578ad", "#2d4a76"])}
  <circle cx="330" cy="388" r="66" fill="#c2c8ca" stroke="#61696c" stroke-width="8"/><path d="M330 330v116M272 388h116M290 348l80 80M370 348l-80 80" stroke="#7b8487" stroke-width="8"/><circle cx="330" cy="388" r="14" fill="#e9ecec"/>
  <circle cx="530" cy="448" r="30" fill="#c2c8ca" stroke="#61696c" stroke-width="6"/><circle cx="530" cy="448" r="8" fill="#e9ecec"/>`;
  const bars = Array.from(
    { length: 56 },
    (_, at) => `<rect x="${282 + (at % 8) * 36}" y="${340 + Math.floor(at / 8) * 20}" width="20" height="11"/>`,
  );
  const guard = `${block(262, 492, 320, 180, ["#e0c51c", "#efd84a", "#b39c10"])}<g fill="#3c4144">${bars.join("")}</g>`;
  return `${room()}${body}${guarded ? guard + notice(610, 60, "#c9281c") : belt}`;
}

function cylinder(x: number, y: number, color: string, fallen = false): string {
  const upright = `<path d="M-24 0v-170q0 -34 24 -34q24 0 24 34v170z" fill="${color}"/><path d="M8 -200q16 4 16 30v170h-14z" fill="#000" opacity=".18"/>
  <rect x="-9" y="-222" width="18" height="20" fill="#8f979a"/><path d="M-16 -224h32" stroke="#555d60" stroke-width="8"/><rect x="-24" y="-120" width="48" height="10" fill="#fff" opacity=".75"/>`;
  return `<g transform="translate(${x} ${y})${fallen ? " rotate(84)" : ""}">${upright}</g>`;
}

function gasCylinders(safe: boolean): string {
  if (!safe) {
    return `${room()}${cylinder(150, 430, "#5f9ed0")}${cylinder(214, 440, "#e9e6df")}${cylinder(330, 500, "#5f9ed0", true)}${carton(600, 470, 110, 96)}
    <path d="M214 236q90 40 120 180t200 60" stroke="#b5342a" stroke-width="6" fill="none"/>${can(620, 545, 62, 70, "#3d6fb0")}`;
  }
  const cage = (
    x: number,
  ) => `<g fill="none" stroke="#3f4a4c" stroke-width="6"><rect x="${x}" y="206" width="190" height="262"/><path d="M${x + 48} 206v262m48 -262v262m48 -262v262"/></g>
  <path d="M${x - 8} 330h206" stroke="#9aa3a5" stroke-width="7" stroke-dasharray="12 5"/>`;
  return `${room()}<rect x="96" y="452" width="220" height="24" fill="#6f7678"/><rect x="430" y="452" width="220" height="24" fill="#6f7678"/>
  ${cylinder(160, 456, "#5f9ed0")}${cylinder(240, 456, "#5f9ed0")}${cylinder(500, 456, "#e9e6df")}${cylinder(580, 456, "#e9e6df")}${cage(106)}${cage(440)}${warningSign(380, 84)}`;
}

function sprayBooth(safe: boolean): string {
  const hood = `<rect x="120" y="40" width="520" height="338" fill="#8f9a9b"/><rect x="146" y="74" width="468" height="304" fill="#${safe ? "b9c3c2" : "7d8686"}"/>
  <g stroke="#5f696a" stroke-width="4">${Array.from({ length: 9 }, (_, at) => `<path d="M${170 + at * 52} 74v304"/>`).join("")}</g>
  <rect x="330" y="8" width="100" height="70" fill="#a9b2b3" stroke="#6c7677" stroke-width="3"/>`;
  const lamp = `<rect x="270" y="88" width="220" height="18" rx="8" fill="${safe ? "#fff8d8" : "#8a8f86"}" stroke="#667"/>`;
  const splashes = `<g fill="#b6472f" opacity=".55"><circle cx="240" cy="250" r="30"/><circle cx="286" cy="282" r="16"/><circle cx="500" cy="220" r="22"/></g>`;
  const cans = `${can(180, 480, 84, 92, "#c9c5bd")}${can(268, 500, 90, 96, "#3d6fb0")}${can(372, 506, 86, 90, "#d2b32a")}${can(470, 486, 80, 88, "#c9c5bd")}${can(286, 412, 70, 74, "#c94a34")}${can(560, 520, 62, 64, "#3d6fb0")}`;
  const cabinet = `${block(610, 486, 116, 226, ["#e0c51c", "#efd84a", "#b39c10"])}${warningSign(668, 290)}`;
  return `${room("#5b7f86")}${hood}${lamp}${safe ? keepClear(190, 520, 360, 96) + cabinet : splashes + cans}`;
}

function shelves(x: number): string {
  return `<g fill="#3568a3"><rect x="${x}" y="60" width="12" height="420"/><rect x="${x + 250}" y="60" width="12" height="420"/></g>
  <g fill="#d97b29"><rect x="${x}" y="190" width="262" height="14"/><rect x="${x}" y="330" width="262" height="14"/><rect x="${x}" y="466" width="262" height="14"/></g>`;
}

function warehouse(safe: boolean): string {
  const goods = (x: number) =>
    `${carton(x + 20, 190, 100, 84)}${carton(x + 134, 190, 96, 78)}${carton(x + 20, 330, 110, 96)}${carton(x + 144, 330, 92, 86)}${crate(x + 24, 466, 100, 82)}${crate(x + 134, 466, 98, 82)}`;
  const both = `${goods(40)}${goods(460)}${shelves(40)}${shelves(460)}`;
  if (safe)
    return `${room("#6f8d7a")}${both}<path d="M330 376L250 640M432 376L520 640" stroke="#e2c222" stroke-width="9"/>`;
  return `${room("#6f8d7a")}${both}${carton(60, 112, 96, 80)}${carton(480, 112, 110, 92)}${carton(492, 22, 90, 62)}
  ${pallet(300, 500, 190)}${carton(306, 482, 90, 90)}${carton(398, 482, 88, 96)}${carton(330, 392, 96, 82)}${crate(250, 560, 120, 84)}${carton(404, 566, 120, 104)}`;
}

function folder(x: number, color: string, labelled: boolean): string {
  return `<rect x="${x}" y="150" width="52" height="196" rx="3" fill="${color}"/><rect x="${x + 40}" y="150" width="12" height="196" fill="#000" opacity=".16"/>
  ${labelled ? `<rect x="${x + 9}" y="176" width="30" height="74" fill="#f4f2ec"/><path d="M${x + 17} 188v50m8 -50v38m8 -38v46" stroke="#555" stroke-width="3"/>` : ""}<circle cx="${x + 24}" cy="312" r="10" fill="#d9dcda"/>`;
}

function recordsFolder(complete: boolean): string {
  const desk = `<rect x="-60" y="346" width="880" height="22" fill="#a67d4f"/><rect x="-60" y="368" width="880" height="280" fill="#c39a68"/>`;
  const colors = ["#2c5d9b", "#2c5d9b", "#2f7f66", "#2f7f66", "#a8452f", "#a8452f", "#2c5d9b", "#2f7f66"];
  const row = colors.map((color, at) => (complete || at < 3 ? folder(90 + at * 60, color, complete) : "")).join("");
  const page = (
    x: number,
    y: number,
    turn: number,
    filled: boolean,
  ) => `<g transform="translate(${x} ${y}) rotate(${turn})"><rect width="210" height="150" fill="#f7f5ef" stroke="#c9c4b6"/>
  <path d="M18 26h110" stroke="#444" stroke-width="7"/><g stroke="#9a9a94" fill="none"><path d="M18 48h174v84h-174zM18 69h174M18 90h174M18 111h174M76 48v84M134 48v84"/></g>
  ${filled ? `<path d="M26 60h36m22 0h40m18 0h40M26 81h30m28 0h36m22 0h34M26 102h36m22 0h40m18 0h36M26 123h30m28 0h38m20 0h30" stroke="#35527f" stroke-width="4"/>` : ""}</g>`;
  const fallen = `<g transform="translate(330 322) rotate(72)"><rect width="34" height="180" fill="#2c5d9b" transform="translate(0 -150)"/></g>`;
  return `${room("#7d8f9c")}<rect x="56" y="118" width="560" height="16" fill="#a67d4f"/>${desk}${row}${complete ? notice(660, 180, "#1f7f55") : fallen}
  ${page(110, 410, complete ? 0 : -7, complete)}${page(390, 416, complete ? 0 : 9, complete)}`;
}

export const SCENES = {
  electricalBox: {
    before: () =>
      `${room()}${electricalCabinet(300, 96, true)}${carton(168, 470, 120, 96)}${carton(294, 482, 126, 104)}${carton(436, 478, 104, 96)}${carton(190, 374, 116, 92)}${carton(320, 378, 108, 88)}${pallet(560, 520, 180)}${crate(570, 502, 150, 94)}`,
    after: () =>
      `${room()}${electricalCabinet(300, 96)}${notice(486, 104, "#c9281c")}${keepClear(180, 530, 320, 104)}${pallet(600, 500, 150)}${crate(612, 482, 130, 84)}`,
  },
  extinguisher: {
    before: () =>
      `${room()}<rect x="270" y="94" width="92" height="66" fill="#cf2118" stroke="#eceae6" stroke-width="5"/>${extinguisher(276, 400)}${pallet(310, 500, 300)}${crate(322, 482, 136, 100)}${crate(464, 482, 136, 100)}${crate(322, 380, 136, 100)}${crate(464, 380, 136, 100)}${carton(206, 500, 128, 116)}${carton(640, 470, 130, 170)}`,
    after: () =>
      `${room()}<rect x="270" y="94" width="92" height="66" fill="#cf2118" stroke="#eceae6" stroke-width="5"/><path d="M226 398h196l34 74h-260z" fill="none" stroke="#cf2118" stroke-width="9"/><rect x="258" y="410" width="136" height="18" fill="#b51c14"/>${extinguisher(272, 412)}${extinguisher(334, 412)}${pallet(620, 490, 150)}${crate(632, 472, 130, 92)}`,
  },
  blockedExit: {
    before: () =>
      `${room("#77868f")}${DOOR}${exitSign(false)}${pallet(230, 480, 250)}${carton(240, 462, 120, 106)}${carton(364, 462, 112, 98)}${carton(262, 356, 110, 94)}${crate(452, 520, 140, 98)}<path d="M150 470l90 -250" stroke="#7a5b37" stroke-width="12"/>`,
    after: () =>
      `${room("#77868f")}${DOOR}${exitSign(true)}<path d="M300 380L196 640M462 380L566 640" stroke="#e2c222" stroke-width="9"/>${extinguisher(560, 400)}`,
  },
  unguardedMachine: { before: () => machine(false), after: () => machine(true) },
  gasCylinders: { before: () => gasCylinders(false), after: () => gasCylinders(true) },
  sprayBooth: { before: () => sprayBooth(false), after: () => sprayBooth(true) },
  warehouse: { before: () => warehouse(false), after: () => warehouse(true) },
  recordsFolder: { before: () => recordsFolder(false), after: () => recordsFolder(true) },
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneName = keyof typeof SCENES;
