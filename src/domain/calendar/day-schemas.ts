// Days and instants as they come in, apart from their arithmetic: a phone's first screen counts days and checks none.
import { z } from "zod";

export const localDateSchema = z.iso.date();
export const instantSchema = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
