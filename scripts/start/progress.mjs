const REMIND_EVERY = 15;

/**
 * Does a step of the start and shows how long it takes: a counting line on a terminal, a line now and then in a log.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  const counter = process.stdout.isTTY ? countingLine(title, start) : reminders(title, start);
  try {
    const result = await work();
    counter.end(`✓ ${title} (${seconds(start)} s)`);
    return result;
  } catch (error) {
    counter.end(`✗ ${title} (${seconds(start)} s)`);
    throw error;
  }
}

/** @param {string} title @param {number} start */
function countingLine(title, start) {
  const show = () =>
    process.stdout.write(`\r\x1b[2K… ${title} (${Math.round((Date.now() - start) / 1000)} s)`);
  show();
  const timer = setInterval(show, 1000);
  return {
    /** @param {string} line */
    end: (line) => {
      clearInterval(timer);
      process.stdout.write(`\r\x1b[2K${line}\n`);
    },
  };
}

/** @param {string} title @param {number} start */
function reminders(title, start) {
  let announced = false;
  const announce = setTimeout(() => {
    announced = true;
    console.log(`… ${title}`);
  }, 500);
  const timer = setInterval(() => {
    if (announced) console.log(`… ${title} (${Math.round((Date.now() - start) / 1000)} s so far)`);
  }, REMIND_EVERY * 1000);
  return {
    /** @param {string} line */
    end: (line) => {
      clearTimeout(announce);
      clearInterval(timer);
      console.log(line);
    },
  };
}

/** @param {number} start */
function seconds(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}
