/** The gateway says something, be it a comment, every 15 seconds. */
const LONGEST_SILENCE_MS = 60_000;
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * The body of an answer, read no faster than the client takes it: nothing piles up in this process.
 * It breaks when the connection died without a word (the machine slept) or one line outgrows 16 MB.
 */
export function pacedStream(
  body: ReadableStream<Uint8Array>,
  clientIsReady: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let lineLength = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await clientIsReady();
        const { value, done } = await orSilence(reader.read());
        if (done) return controller.close();
        const lastLine = value.lastIndexOf(LINE_FEED);
        lineLength = lastLine < 0 ? lineLength + value.length : value.length - lastLine;
        if (lineLength > LONGEST_LINE) throw new Error('An answer of the gateway is larger than 16 MB');
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );

  async function orSilence<T>(reading: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The gateway fell silent')), LONGEST_SILENCE_MS);
    });
    try {
      return await Promise.race([reading, silence]);
    } catch (error) {
      reader.cancel(error).catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
