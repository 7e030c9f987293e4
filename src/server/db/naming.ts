// The one place where TypeScript's camelCase meets PostgreSQL's snake_case.

const snakes = new Map<string, string>();
const camels = new Map<string, string>();

export function snake(name: string): string {
  const known = snakes.get(name);
  if (known) return known;
  const made = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, made);
  return made;
}

export function camel(name: string): string {
  const known = camels.get(name);
  if (known) return known;
  const made = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  camels.set(name, made);
  return made;
}

export function snakeRow(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
}

export function camelRow(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
}
