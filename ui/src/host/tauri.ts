/** The window's host. The only file that may name Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Event } from '../bindings';
import { pixelsOf, type Host } from '../host';

export const host: Host = {
  rpc: (command, request) => invoke('rpc', { command, payload: request }),
  page: async (query) => pixelsOf(await invoke<ArrayBuffer>('page', { query })),
  listen(handler) {
    const listening = listen<Event>('desk', ({ payload }) => handler(payload));
    return () => void listening.then((stop) => stop());
  },
  saveDocument: (file) => invoke('save_document', { file }),
  pickFile: (endings) => invoke('pick_file', { endings }),
  openDocument: (file) => invoke('open_document', { file }),
};
