import { requestContext } from "@/server/trpc/context";
import { calendarAnswer } from "@/server/views/answer";

type Route = { params: Promise<{ file: string }> };

/** A calendar program signs in to nothing: the address itself is the key. */
export const GET = async (_request: Request, { params }: Route): Promise<Response> =>
  calendarAnswer(await requestContext(), (await params).file);
