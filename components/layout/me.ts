/** Who is signed in, as the frame shows it. */
export type Me = {
  id: string;
  name: string;
  actingFor: { id: string; name: string } | null;
  organisations: { id: string; name: string }[];
};
