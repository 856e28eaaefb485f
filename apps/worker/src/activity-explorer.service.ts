import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { TemporalMetadataAccessor } from 'nestjs-temporal/dist/temporal-metadata.accessors';
import type { ActivityFunctions } from './workflow-project';

/** Finds the providers that nestjs-temporal's `@Activities()` marks. Temporal takes only plain bound functions. */
@Injectable()
export class ActivityExplorer {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly metadata: TemporalMetadataAccessor,
  ) {}

  activities(): ActivityFunctions {
    const found: ActivityFunctions = {};
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !this.metadata.isActivities(metatype)) continue;
      const provider = instance as ActivityFunctions;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) {
        const method = provider[name];
        if (method !== undefined && this.metadata.isActivity(method)) found[name] = method.bind(provider);
      }
    }
    return found;
  }
}
