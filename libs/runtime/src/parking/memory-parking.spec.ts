import { memoryStore } from '../store/memory-store.ts';
import { parkingContract } from './parking-contract.ts';

parkingContract('the parking lot in memory', async () => memoryStore());
