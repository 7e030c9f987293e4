// Who may set a lesson aside: as its command says.
import type { Role } from "#domain/access/roles.ts";
import { setLessonAside } from "#domain/law/suggestion/lesson-commands.ts";

export function mayWeigh(role: Role): boolean {
  return setLessonAside.by.includes(role);
}
