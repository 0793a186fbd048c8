import http from "node:http";
import postgres from "postgres";

/** The floor of a nudge: one LISTEN, one buffer to every open connection, nothing else. */
const connections = new Set();
const sql = postgres(process.env.DATABASE_URL, { max: 1, onnotice: () => {} });
await sql.listen("bundel", (payload) => {
  const chunk = Buffer.from(`id: ${JSON.parse(payload).seq}\nevent: nudge\ndata: {}\n\n`);
  for (const connection of connections) connection.write(chunk);
});
http
  .createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("event: sync\ndata: {}\n\n");
    connections.add(response);
    request.once("close", () => connections.delete(response));
  })
  .listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
