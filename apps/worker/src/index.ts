export { TemporalWorkers } from './temporal-workers.provider';
export { WorkerModule } from './worker.module';
