/** What one statement holds at most: so many rows, and about so many characters. */
const [MOST_ROWS, MOST_CHARACTERS] = [500, 5_000_000];

/** Rows some at a time, as one statement can hold them, however long they are. */
export async function* inBatches(rows: AsyncIterable<string[]>): AsyncGenerator<string[][]> {
  let batch: string[][] = [];
  let size = 0;
  for await (const cells of rows) {
    batch.push(cells);
    for (const cell of cells) size += cell.length;
    if (batch.length < MOST_ROWS && size < MOST_CHARACTERS) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
