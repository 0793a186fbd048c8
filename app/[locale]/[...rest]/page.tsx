import { notFound } from "next/navigation";

/** Any address below a language that no page answers: the language's own not-found page. */
export default function Unknown() {
  notFound();
}
