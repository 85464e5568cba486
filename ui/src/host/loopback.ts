/** The host for a browser on the same machine, over HTTP on the loopback: development and tests, never shipped use. */
import type { DocumentFile, Event } from '../bindings';
import { pixelsOf, type Host, type PickedFile } from '../host';

declare global {
  interface Window {
    /** The last document that left the screens, for the tests to look at. */
    deskDocument?: { name: string; bytes: Uint8Array };
  }
}

/** The answer of a command that failed. */
const FAILED = 422;

export const host: Host = {
  async rpc(command, request) {
    const answer = await fetch(`/rpc/${command}`, { method: 'POST', body: JSON.stringify(request) });
    if (answer.status === FAILED) throw await answer.json();
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
    return answer.json();
  },
  async page(query) {
    const answer = await fetch('/page', { method: 'POST', body: JSON.stringify(query) });
    if (answer.status === FAILED) throw await answer.json();
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
    return pixelsOf(await answer.arrayBuffer());
  },
  listen(handler) {
    const source = new EventSource('/events');
    source.onmessage = (message) => handler(JSON.parse(message.data) as Event);
    return () => source.close();
  },
  async saveDocument(file) {
    download(file);
    return true;
  },
  pickFile: pick,
  async openDocument(file) {
    download(file);
  },
};

/** The browser's own way to choose a file. */
function pick(endings: readonly string[]): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings.map((ending) => `.${ending}`).join(',');
  return new Promise((chosen, failed) => {
    input.oncancel = () => chosen(null);
    input.onchange = () => {
      const [file] = input.files ?? [];
      const reader = new FileReader();
      // `data:…;base64,` comes before the bytes.
      reader.onload = () => chosen({ name: file!.name, base64: String(reader.result).split(',')[1] ?? '' });
      reader.onerror = () => failed(new Error('the file cannot be read'));
      if (file) reader.readAsDataURL(file);
      else chosen(null);
    };
    input.click();
  });
}

function download({ file_name, base64 }: DocumentFile) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  window.deskDocument = { name: file_name, bytes };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: file_name.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream' }));
  link.download = file_name;
  link.click();
  URL.revokeObjectURL(link.href);
}
