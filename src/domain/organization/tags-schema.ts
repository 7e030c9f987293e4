import { z } from "zod";
import { text } from "../kernel/text.ts";

/** Tags as they come in. */
export const tagsSchema = z.array(text(60)).max(40);
