// What the service is made of beside its declaration, for tools that run it their own way.
export { adapt } from './adapters/adapt.ts';
