export { AppModule } from './app.module';
export { createGateway } from './gateway';
