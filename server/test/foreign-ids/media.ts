import { AT, still } from '../ids.ts';
import { dot, multipart } from '../pictures.ts';
import type { Probes } from './probe.ts';

const uploaded = {
  input: 'analog1',
  mediaType: 'image',
  triggerReason: 'api',
  startTime: AT,
  endTime: AT,
};

export const probes: Probes = {
  'GET /cameras/media': (theirs, mine) => [
    { path: `/cameras/media?vehicleIds=${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
    { path: `/cameras/media?vehicleIds=${mine.vehicle},${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
  ],
  'POST /cameras/media': ({ vehicle }) => [
    { path: '/cameras/media', body: multipart({ ...uploaded, vehicleId: vehicle }, dot) },
  ],
  'GET /preview/cameras/media': ({ vehicle, tag }) => [
    { path: `/preview/cameras/media?vehicleIds=${vehicle}&startTime=${AT}&endTime=${AT}` },
    { path: `/preview/cameras/media?tagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
    { path: `/preview/cameras/media?parentTagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
  ],
  'GET /cameras/media/retrieval': ({ retrieval }) => [
    { path: `/cameras/media/retrieval?retrievalId=${retrieval}` },
  ],
  'POST /cameras/media/retrieval': ({ vehicle }) => [
    { path: '/cameras/media/retrieval', body: { ...still, vehicleId: vehicle } },
  ],
  'POST /cameras/media/retrieval/fulfil': ({ retrieval }) => [
    { path: '/cameras/media/retrieval/fulfil', body: multipart({ retrievalId: retrieval }, dot) },
  ],
  'POST /cameras/media/retrieval/fail': ({ retrieval }) => [
    { path: '/cameras/media/retrieval/fail', body: { retrievalId: retrieval } },
  ],
};
