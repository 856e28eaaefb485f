import {
  defaultFieldResolver,
  getArgumentValues,
  GraphQLError,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import type { FieldPlan, ObjectPlan, ValuePlan } from './object-plan';
import type { OperationPlan } from './operation-plan';
import { Place } from './place';
import { PlannedInfo } from './planned-info';

interface Asked {
  contextValue: unknown;
  /** Coerced. */
  variableValues: Record<string, unknown>;
}

interface Answer {
  errors?: readonly GraphQLError[];
  data: Record<string, unknown> | null;
}

/** A value that somebody promised, and where it belongs. */
interface Awaited {
  field: FieldPlan;
  plan: ValuePlan;
  place: Place;
}

/**
 * One execution of a planned query, by the rules that graphql-js follows. What is there at once is put into the answer at
 * once; what is promised is put there when it comes, and a promise that many places share is waited for once. There are no
 * promises of objects, lists and their parts.
 */
export class PlannedExecution {
  private readonly errors: GraphQLError[] = [];
  /** Where errors were written into the answer; `undefined` is the whole of it. */
  private readonly nulled = new Set<Place | undefined>();
  private readonly waits = new Map<PromiseLike<unknown>, Awaited[]>();
  private readonly argumentsOf = new Map<FieldPlan, Record<string, unknown>>();
  private data: Record<string, unknown> | null = null;
  private pending = 0;
  private finish: ((answer: Answer) => void) | undefined;

  constructor(
    readonly plan: OperationPlan,
    readonly asked: Asked,
  ) {}

  run(): Answer | Promise<Answer> {
    try {
      this.data = this.fields(this.plan.root, undefined, undefined);
    } catch (error) {
      this.note(error as GraphQLError, undefined);
    }
    if (this.pending === 0 || this.nulled.has(undefined)) return this.answer();
    return new Promise((resolve) => (this.finish = resolve));
  }

  private answer(): Answer {
    const { data, errors } = this;
    return errors.length === 0 ? { data } : { errors, data };
  }

  private fields({ fields, empty }: ObjectPlan, source: unknown, at: Place | undefined) {
    const holder: Record<string, unknown> = { ...empty };
    for (const field of fields) {
      const value = this.field(field, source, at, holder);
      if (value !== null) holder[field.key] = value;
    }
    return holder;
  }

  /** @returns null where the value is null, and where it comes later */
  private field(
    field: FieldPlan,
    source: unknown,
    at: Place | undefined,
    holder: Record<string, unknown>,
  ): unknown {
    // Most fields are texts and numbers, which need no place unless they go wrong.
    let place: Place | undefined;
    try {
      const value = this.resolve(field, source, at);
      if (isPromise(value)) return this.wait(value, field, field.value, (place = placeOf(field, at, holder)));
      if (field.value.kind !== 'leaf' && value != null) place = placeOf(field, at, holder);
      return this.complete(field, field.value, value, place);
    } catch (error) {
      place ??= placeOf(field, at, holder);
      const located = locatedError(error, field.nodes, responsePathAsArray(place));
      if (field.value.isNonNull) throw located;
      this.note(located, place);
      return null;
    }
  }

  private resolve(field: FieldPlan, source: unknown, at: Place | undefined): unknown {
    if (field.resolveParent !== undefined) return field.resolveParent(source);
    const resolve = field.resolve ?? defaultFieldResolver;
    const { contextValue, variableValues } = this.asked;
    const info = new PlannedInfo(this.plan, field, at, variableValues);
    return resolve(source, this.arguments(field), contextValue, info);
  }

  /** Read once for all rows of a list; each gets an object of its own. */
  private arguments(field: FieldPlan): Record<string, unknown> {
    if (field.definition.args.length === 0) return {};
    let read = this.argumentsOf.get(field);
    const [node] = field.nodes;
    if (read === undefined && node !== undefined)
      this.argumentsOf.set(
        field,
        (read = getArgumentValues(field.definition, node, this.asked.variableValues)),
      );
    return { ...read };
  }

  /** @param place where lists and objects are put */
  private complete(field: FieldPlan, plan: ValuePlan, value: unknown, place?: Place): unknown {
    if (value instanceof Error) throw value;
    if (value == null) {
      if (!plan.isNonNull) return null;
      throw new Error(
        `Cannot return null for non-nullable field ${field.parentType.name}.${field.definition.name}.`,
      );
    }
    switch (plan.kind) {
      case 'leaf': {
        const written: unknown = plan.type.serialize(value);
        if (written == null) throw new Error(`${plan.type.name} made nothing of a value`);
        return written;
      }
      case 'list':
        return this.list(field, plan.item, value, place);
      case 'object':
        return this.fields(plan.object, value, place);
    }
  }

  private list(field: FieldPlan, item: ValuePlan, value: unknown, at: Place | undefined): unknown[] {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`,
      );
    const holder: unknown[] = [];
    for (const one of value as Iterable<unknown>) {
      const index = holder.length;
      holder.push(null);
      const place = new Place(at, index, undefined, holder, !item.isNonNull);
      try {
        holder[index] = isPromise(one)
          ? this.wait(one, field, item, place)
          : this.complete(field, item, one, place);
      } catch (error) {
        const located = locatedError(error, field.nodes, responsePathAsArray(place));
        if (item.isNonNull) throw located;
        this.note(located, place);
      }
    }
    return holder;
  }

  private wait(value: PromiseLike<unknown>, field: FieldPlan, plan: ValuePlan, place: Place): null {
    this.pending += 1;
    const awaited = { field, plan, place };
    const same = this.waits.get(value);
    if (same !== undefined) {
      same.push(awaited);
      return null;
    }
    const all = [awaited];
    this.waits.set(value, all);
    const end = (settle: (one: Awaited) => void) => {
      this.waits.delete(value);
      for (const one of all) settle(one);
      this.pending -= all.length;
      if (this.pending === 0) this.finish?.(this.answer());
    };
    value.then(
      (come) => end((one) => this.put(one, come)),
      (error: unknown) => end((one) => this.fail(one, error)),
    );
    return null;
  }

  private put(awaited: Awaited, value: unknown): void {
    const { field, plan, place } = awaited;
    try {
      place.put(this.complete(field, plan, value, place));
    } catch (error) {
      this.fail(awaited, error);
    }
  }

  /** The nearest place that may be null is, and with it the answer's whole where there is none. */
  private fail({ field, place }: Awaited, error: unknown): void {
    const located = locatedError(error, field.nodes, responsePathAsArray(place));
    let nullable: Place | undefined = place;
    while (nullable?.isNullable === false) nullable = nullable.prev;
    if (!this.note(located, nullable)) return;
    nullable?.put(null);
    if (nullable !== undefined) return;
    this.data = null;
    this.finish?.(this.answer());
  }

  /** @returns whether anybody will see it: not so within what is null because of another error */
  private note(error: GraphQLError, place: Place | undefined): boolean {
    for (let at = place; at !== undefined; at = at.prev) if (this.nulled.has(at)) return false;
    if (this.nulled.has(undefined)) return false;
    this.nulled.add(place);
    this.errors.push(error);
    return true;
  }
}

function placeOf({ key, parentType, value }: FieldPlan, at: Place | undefined, holder: object): Place {
  return new Place(at, key, parentType.name, holder, !value.isNonNull);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}
