/** What a thread begins with: plain JavaScript that loads the program in the form that its process runs from. */
import { workerData } from 'node:worker_threads';
import { load } from '../start.mjs';

const { work } = await load('worker', workerData.bundle);
work();
