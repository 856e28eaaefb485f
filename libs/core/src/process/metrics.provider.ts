import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/**
 * The numbers of this process, for Prometheus. A label has few values, known in advance, and never names a tenant,
 * a person or a task.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  readonly contentType = this.registry.contentType;

  /** A number that only grows. By convention its name ends in `_total`. */
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
  }

  /** Gauges that are read together at each scrape, by their names; NaN when reading fails. */
  gauges<Name extends string>(
    described: Readonly<Record<Name, string>>,
    read: () => Promise<Record<Name, number>>,
  ): void {
    const names = Object.keys(described) as Name[];
    let reading: Promise<Record<Name, number> | undefined> | undefined;
    for (const name of names) {
      new Gauge({
        name,
        help: described[name],
        registers: [this.registry],
        async collect() {
          reading ??= read().catch(() => undefined);
          const values = await reading;
          this.set(values?.[name] ?? Number.NaN);
          reading = undefined;
        },
      });
    }
  }

  /** Adds what Node says of the process: memory, processor time, the event loop's lag. Once, by a program. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** All of them, in the text format of Prometheus. */
  async text(): Promise<string> {
    return this.registry.metrics();
  }
}
