import type { Empty } from './bindings';
export const e: Empty = {};
