import { memoryStore } from '../store/memory-store.ts';
import { attachmentContract } from './attachment-contract.ts';

attachmentContract('the store in memory', async () => memoryStore());
